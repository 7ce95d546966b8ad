/* What is around the canvas: buttons, keys, sharing, opening a link, and the functions that Dash calls. */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const none = () => window.dash_clientside.no_update;
  const $ = (id) => document.getElementById(id);

  /* ---- one listener for everything that says data-do ---- */
  const actions = {
    expand: (d) => cg.expand(d.id),
    hide: (d) => cg.hide(d.id),
    select: (d) => { if (!cg.select(d.id, true)) cg.ask({ do: 'add', ids: [d.id], select: d.id }); },
    relationship: (d) => { if (!cg.select(d.id, true)) cg.ask({ do: 'add', ids: [d.source, d.target], select: d.id }); },
    date: (d) => cg.tellOther({ group: 'date', id: d.id, name: d.name }),
    add: (d) => cg.ask({ do: 'add', ids: [d.id], select: d.id }),
    search: (d) => { const i = $('search'); i.focus(); type(i, d.text); },
    overview: () => cg.ask({ do: 'overview' }),
    csv: (d) => { const api = window.dash_ag_grid.getApi(d.grid); if (api) api.exportDataAsCsv({ fileName: d.file }); },
    'zoom-in': () => zoom(1.3), 'zoom-out': () => zoom(1 / 1.3), fit: () => cg.fit(), tidy: () => cg.tidy(), undo: () => cg.undo(),
    clear: () => { if (cg.cy.nodes().nonempty()) cg.hideAll(); },
    picture: () => picture(),
    reset: () => cg.resetFilters(),
    'time-clear': () => cg.timebar.set(null, null),
    'toggle-filters': () => panel('filters'), 'toggle-details': () => panel('details'),
    'close-details': () => { document.body.classList.remove('show-details'); cg.cy.$(':selected').unselect(); },
    open: (d, el) => { const box = el.closest('.sentence'); const on = box.classList.toggle('opened'); el.setAttribute('aria-expanded', on); el.textContent = on ? 'Show less' : 'Show the whole post'; },
    copy: () => copy($('share-url').value),
  };
  function type(input, text) { Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text); input.dispatchEvent(new Event('input', { bubbles: true })); }
  document.addEventListener('click', (event) => {
    const el = event.target.closest && event.target.closest('[data-do]');
    if (!el || el.disabled) return;
    const act = actions[el.dataset.do];
    if (act && cg.cy) act(el.dataset, el);
  });
  function zoom(by) { const cy = cg.cy; cy.animate({ zoom: { level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } }, { duration: 150 }); }
  function panel(which) { const other = which === 'filters' ? 'details' : 'filters'; document.body.classList.toggle('show-' + which); document.body.classList.remove('show-' + other); }
  function picture() {
    const url = cg.cy.png({ full: true, scale: 2, maxWidth: 6000, maxHeight: 6000, bg: cg.dark() ? '#15171c' : '#f8f9fb' });
    const a = document.createElement('a'); a.href = url; a.download = 'cablegraph.png'; a.click();
  }
  cg.hideAll = () => { cg.cy.elements().remove(); cg.changed(); };

  /* ---- search: an option is chosen by click, or by Enter (the marked one, else the first for what is typed) ---- */
  const found = () => { const list = document.getElementById($('search').getAttribute('aria-controls')); return list ? [...list.querySelectorAll('[data-entity]')] : []; };
  function choose(el) {
    cg.ask({ do: 'add', ids: [el.dataset.entity], select: el.dataset.entity });
    setTimeout(() => { cg.set('search', { value: '', data: [] }); $('canvas-keys').focus({ preventScroll: true }); }, 30);
  }
  document.addEventListener('click', (e) => { const row = e.target.closest && e.target.closest('[data-combobox-option]'), el = row && row.querySelector('[data-entity]'); if (el && $('search').getAttribute('aria-controls') === row.parentElement.closest('[role=listbox]')?.id) choose(el); });
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' || e.target.id !== 'search' || e.isComposing) return;
    e.preventDefault(); e.stopPropagation();
    const typed = e.target.value.trim(), until = Date.now() + 4000;
    if (!typed) return;
    const look = () => {
      if ($('search').value.trim() !== typed) return;
      const rows = found().filter((el) => el.dataset.typed === typed);
      const marked = rows.find((el) => el.closest('[data-combobox-selected]'));
      if (rows.length) choose(marked || rows[0]); else if (Date.now() < until) setTimeout(look, 60); else cg.notice('Nothing in the graph is called that.');
    };
    look();
  }, true);

  /* ---- keys ---- */
  document.addEventListener('keydown', (e) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || e.target.isContentEditable;
    if ((e.key === '/' && !typing) || ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k')) { e.preventDefault(); $('search').focus(); $('search').select(); return; }
    if (!cg.cy || typing) return;
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'z') { e.preventDefault(); cg.undo(); return; }
    if (!e.target.closest('#canvas-keys')) return;
    const chosen = cg.cy.$('node:selected');
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (step) { e.preventDefault(); cg.step(...step); }
    else if (e.key === 'Enter' && chosen.nonempty()) { e.preventDefault(); cg.expand(chosen[0].id()); }
    else if (e.key === 'Delete' && chosen.nonempty()) cg.hide(chosen[0].id());
    else if (e.key === 'Escape') cg.cy.$(':selected').unselect();
    else if (e.key === 'f' || e.key === 'F') cg.fit();
    else if (e.key === '+' || e.key === '=') zoom(1.3);
    else if (e.key === '-') zoom(1 / 1.3);
  });

  /* ---- sharing ---- */
  const round = (v) => Math.round(v * 10) / 10;
  cg.state = () => {
    const cy = cg.cy, s = cy.$(':selected'), pan = cy.pan(), z = cy.zoom();
    return {
      v: 1,
      nodes: cy.nodes().map((n) => { const p = cg.target(n); return [n.id(), round(p.x), round(p.y)]; }),
      filters: { kinds: cg.filters.kinds, types: cg.filters.types && cg.filters.types.length ? cg.filters.types : null, statuses: cg.filters.statuses },
      time: { from: cg.time.from === null ? null : Math.round(cg.time.from * 100) / 100, to: cg.time.to === null ? null : Math.round(cg.time.to * 100) / 100, clock: cg.time.clock, undated: cg.time.undated },
      selected: s.nonempty() ? s[s.length - 1].id() : null,
      view: { zoom: Math.round(z * 1000) / 1000, x: round((cy.width() / 2 - pan.x) / z), y: round((cy.height() / 2 - pan.y) / z) },
    };
  };
  cg.restore = (state) => {
    const cy = cg.cy, table = cg.table(), f = state.filters || {}, t = state.time || {}, v = state.view;
    cg.set('filters-kinds', { value: f.kinds || Object.keys(table.kinds) });
    cg.set('filters-types', { value: table.types.filter((x) => !(f.types || []).includes(x)) });
    cg.set('filters-statuses', { value: f.statuses || table.statuses });
    cg.filters = { kinds: f.kinds || null, types: f.types || [], statuses: f.statuses || null };
    Object.assign(cg.time, { clock: t.clock || 'happened', undated: t.undated !== false, from: t.from ?? null, to: t.to ?? null });
    cg.set('time-clock', { value: cg.time.clock });
    cg.set('time-undated', { checked: cg.time.undated });
    cg.applyFilters(); cg.timebar.refresh();
    if (v) cy.viewport({ zoom: v.zoom, pan: { x: cy.width() / 2 - v.x * v.zoom, y: cy.height() / 2 - v.y * v.zoom } });
    if (state.selected) cg.select(state.selected);
    cg.restored = true;
  };
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); cg.notice('The link is copied: it opens this view, as it is now.'); }
    catch { const f = $('share-url'); if (f) { f.focus(); f.select(); } cg.notice('Copy the link from the field.'); }
  }

  /* ---- once the graph is there ---- */
  let opened = false;
  function begin() {
    if (opened) return;
    opened = true;
    const slug = new URLSearchParams(location.search).get('v'), node = new URLSearchParams(location.search).get('entity');
    if (slug) cg.ask({ do: 'open', slug });
    else if (node) cg.ask({ do: 'add', ids: [node], select: node });
    else cg.ask({ do: 'overview' });
  }

  window.dashMantineFunctions = window.dashMantineFunctions || {};
  Object.assign(window.dashMantineFunctions, {
    asGiven: ({ options }) => options,
    entityOption: ({ option }) => {
      const R = window.React, kind = option.kind || 'Person', row = cg.table().kinds[kind] || Object.values(cg.table().kinds)[0];
      return R.createElement('div', { className: 'option', 'data-entity': option.entity, 'data-typed': option.typed },
        R.createElement('span', { className: 'swatch ' + kind, style: { width: 22, height: 22, '--kind': row.colour[cg.dark() ? 1 : 0] }, dangerouslySetInnerHTML: { __html: `<svg viewBox="0 0 24 24" width="13" height="13" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${row.icon}</svg>` } }),
        R.createElement('span', { className: 'option-name' }, option.label, option.also ? R.createElement('small', null, ' ' + option.also) : null),
        R.createElement('small', null, row.one + (option.degree ? ' · ' + option.degree : '')));
    },
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    cablegraph: {
      command: (command) => { cg.command(command); return none(); },
      filters: (kinds, types, statuses) => { cg.setFilters(kinds, types, statuses); return none(); },
      clock: (clock) => { if (cg.cy) cg.timebar.clock(clock); else cg.time.clock = clock; return none(); },
      undated: (on) => { if (cg.cy && cg.time.undated !== on) { cg.time.undated = on; cg.applyFilters(); cg.twin.refresh(); } return none(); },
      ready: (ready) => { if (ready) { if (cg.begun) begin(); else window.addEventListener('cablegraph:begun', begin, { once: true }); } return none(); },
      mode: (mode) => { cg.twin.show(mode === 'table'); return none(); },
      share: (n) => (n && cg.cy ? cg.state() : none()),
      shared: (slug) => { if (!slug) return [none(), none()]; const url = location.origin + location.pathname + '?v=' + slug; setTimeout(() => copy(url), 50); return [url, true]; },
      openSaved: (n, answer) => { const by = window.dash_clientside.callback_context.triggered_id; if (by === 'saved-open') return true; if (answer && answer.said) { cg.notice(answer.said); return false; } return none(); },
      answered: (answer) => { if (answer && answer.ops && cg.cy) cg.apply(answer.ops); return none(); },
    },
  });
})();
