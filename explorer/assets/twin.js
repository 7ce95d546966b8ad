/* The table twin of the canvas: the same entities and relationships as two plain tables. */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const esc = (t) => String(t ?? '').replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
  let shown = false;
  cg.twin = {
    show: (on) => { shown = on; const el = document.getElementById('twin'); el.hidden = !on; document.getElementById('stage').classList.toggle('tabular', on); cg.twin.refresh(); },
    refresh: () => {
      const el = document.getElementById('twin');
      if (!shown || !cg.cy || !el) return;
      const kinds = cg.table().kinds, nodes = cg.visible().nodes().not('.ghost').sort((a, b) => b.degree() - a.degree() || (a.data('name') < b.data('name') ? -1 : 1));
      const edges = cg.visible().edges().not('.ghost').sort((a, b) => ((a.data('from') || '9') < (b.data('from') || '9') ? -1 : 1));
      const active = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : null;
      el.innerHTML = `<h2>Relationships <span>${edges.length}</span></h2><table><caption class="sr">Relationships on the canvas; choose one to read its sentences</caption><thead><tr><th scope="col">From</th><th scope="col">Relationship</th><th scope="col">To</th><th scope="col">Status</th><th scope="col">Happened</th><th scope="col" class="num">Sentences</th></tr></thead><tbody>${edges.map((e) => `<tr><td>${esc(e.source().data('name'))}</td><td><button data-do="select" data-id="${esc(e.id())}">${esc(e.data('caption'))}</button></td><td>${esc(e.target().data('name'))}</td><td>${esc(e.data('status'))}</td><td>${esc(e.data('when'))}</td><td class="num">${e.data('evidence') || ''}</td></tr>`).join('')}</tbody></table><h2>Entities <span>${nodes.length}</span></h2><table><caption class="sr">Entities on the canvas</caption><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Shown</th><th scope="col">Hidden</th><th scope="col">Expand</th></tr></thead><tbody>${nodes.map((n) => `<tr><td><button data-do="select" data-id="${esc(n.id())}">${esc(n.data('name'))}</button></td><td>${esc(kinds[n.data('kind')].one)}</td><td class="num">${n.degree()}</td><td class="num">${n.data('more') || 0}</td><td><button data-do="expand" data-id="${esc(n.id())}" aria-label="Expand ${esc(n.data('name'))}">Expand</button></td></tr>`).join('')}</tbody></table>`;
      if (active) { const b = [...el.querySelectorAll('button')].find((x) => x.dataset.id === active); if (b) b.focus(); }
    },
  };
})();
