/* The canvas: the browser owns it. The server sends {rev, ops}; operations are idempotent by id. */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const set = (id, props) => window.dash_clientside.set_props(id, props);
  cg.set = set;
  cg.target = (n) => n.scratch('_to') || n.position();
  cg.visible = () => cg.cy.elements().not('.off');

  /* ---- questions to the server: one at a time, so that none is lost; a gap in rev asks again ---- */
  const queue = [];
  let rev = 0, waiting = null, timer = 0;
  cg.ask = (question) => { queue.push(question); next(); };
  function next() {
    if (waiting || !queue.length || !cg.cy) return;
    waiting = { ...queue.shift(), rev: rev + 1, shown: cg.cy.nodes().map((n) => n.id()) };
    send();
  }
  function send() {
    document.body.classList.add('busy');
    clearTimeout(timer);
    timer = setTimeout(() => { if (waiting && (waiting.tries = (waiting.tries || 0) + 1) < 3) send(); else { waiting = null; document.body.classList.remove('busy'); next(); } }, 20000);
    set('canvas-ask', { data: { ...waiting, at: Date.now() } });
  }
  cg.command = (command) => {
    if (!command) return;
    if (!cg.cy) { setTimeout(() => cg.command(command), 50); return; }
    if (waiting && command.rev !== waiting.rev) { if (command.rev > waiting.rev) send(); return; }
    clearTimeout(timer);
    const asked = waiting || {};
    waiting = null;
    rev = command.rev;
    document.body.classList.remove('busy');
    run(command.ops || [], asked);
    next();
  };

  /* ---- applying ---- */
  const undo = [];
  function remember() { undo.push({ elements: cg.cy.elements().map((e) => ({ group: e.group(), data: { ...e.data() }, position: e.isNode() ? { ...cg.target(e) } : undefined })), zoom: cg.cy.zoom(), pan: { ...cg.cy.pan() } }); if (undo.length > 30) undo.shift(); set('canvas-undo', { disabled: false }); }
  cg.undo = () => {
    const before = undo.pop();
    if (!before) return;
    const cy = cg.cy, kept = new Set(before.elements.map((e) => e.data.id));
    cy.batch(() => { cy.elements().filter((e) => !kept.has(e.id())).remove(); add(before.elements.filter((e) => cy.getElementById(e.data.id).empty())); });
    for (const e of before.elements) if (e.group === 'nodes') { const n = cy.getElementById(e.data.id); n.stop(true); n.removeScratch('_to'); n.position(e.position); }
    cy.viewport({ zoom: before.zoom, pan: before.pan });
    set('canvas-undo', { disabled: !undo.length });
    changed();
  };
  function add(elements) {
    const cy = cg.cy, nodes = elements.filter((e) => e.group === 'nodes'), edges = elements.filter((e) => e.group === 'edges');
    const made = cy.add(nodes);
    made.merge(cy.add(edges.filter((e) => cy.getElementById(e.data.source).nonempty() && cy.getElementById(e.data.target).nonempty())));
    return made;
  }
  function run(ops, asked) {
    const cy = cg.cy;
    for (const op of ops) {
      if (op.op === 'clear') { if (cy.elements().nonempty()) { remember(); cy.elements().remove(); } }
      else if (op.op === 'add') addAll(op);
      else if (op.op === 'remove') { const gone = cy.collection(); op.ids.forEach((id) => gone.merge(cy.getElementById(id))); if (gone.nonempty()) { remember(); gone.remove(); } changed(); }
      else if (op.op === 'select') cg.select(op.id, op.centre);
      else if (op.op === 'state') cg.restore(op.state);
      else if (op.op === 'notice') cg.notice(op.text, op.tone);
    }
    document.getElementById('stage').classList.toggle('empty', cy.nodes().empty());
  }
  cg.apply = (ops) => run(ops, {});
  function addAll(op) {
    const cy = cg.cy, before = cy.nodes().length, fresh = [];
    const nodes = (op.nodes || []).filter((d) => { const old = cy.getElementById(d.id); if (old.nonempty()) { old.data(d); return false; } return true; });
    const edges = (op.edges || []).filter((d) => { const old = cy.getElementById(d.id); if (old.nonempty()) { old.data(d); return false; } return true; });
    if ((nodes.length || edges.length) && before) remember();
    let made;
    cy.batch(() => {
      made = add([...nodes.map((data) => ({ group: 'nodes', data, position: op.positions && op.positions[data.id] ? { ...op.positions[data.id] } : { x: 0, y: 0 } })), ...edges.map((data) => ({ group: 'edges', data }))]);
    });
    const news = made.nodes();
    dress();
    if (op.positions) { changed(); return; }
    if (news.nonempty()) {
      const anchor = op.around ? cy.getElementById(op.around) : null;
      const spots = before ? cg.place(cy, news.toArray(), anchor) : cg.force(cy.nodes(), cy.edges(), cy.width() / Math.max(1, cy.height()));
      const from = anchor && anchor.nonempty() ? cg.target(anchor) : null;
      news.forEach((n) => {
        const to = spots[n.id()];
        n.scratch('_to', to);
        if (from && news.length <= 80 && !calm()) {
          n.position({ ...from });
          n.animate({ position: to }, { duration: 340, easing: 'ease-out-cubic', complete: () => { n.position(to); n.removeScratch('_to'); cg.declutter(); } });
        } else { n.position(to); n.removeScratch('_to'); }
      });
      show(news, anchor, !before);
    }
    changed();
  }
  /* Bring new nodes into view without ever zooming in past 1. */
  function show(news, anchor, all) {
    const cy = cg.cy, boxes = (all ? cy.nodes() : news).map((n) => cg.target(n));
    if (anchor && anchor.nonempty()) boxes.push(cg.target(anchor));
    const x1 = Math.min(...boxes.map((p) => p.x)) - 70, x2 = Math.max(...boxes.map((p) => p.x)) + 70, y1 = Math.min(...boxes.map((p) => p.y)) - 50, y2 = Math.max(...boxes.map((p) => p.y)) + 70;
    const e = cy.extent();
    if (!all && x1 >= e.x1 && x2 <= e.x2 && y1 >= e.y1 && y2 <= e.y2) return;
    const whole = all ? { x1, x2, y1, y2 } : union({ x1, x2, y1, y2 });
    frame(whole, all ? 0 : 340);
  }
  function union(b) {
    const at = cg.visible().nodes().map((n) => cg.target(n));
    return { x1: Math.min(b.x1, ...at.map((p) => p.x - 60)), x2: Math.max(b.x2, ...at.map((p) => p.x + 60)), y1: Math.min(b.y1, ...at.map((p) => p.y - 40)), y2: Math.max(b.y2, ...at.map((p) => p.y + 60)) };
  }
  function frame(b, duration) {
    const cy = cg.cy, w = b.x2 - b.x1, h = b.y2 - b.y1, pad = 18;
    const zoom = Math.min(1.35, Math.max(cy.minZoom(), Math.min((cy.width() - 2 * pad) / w, (cy.height() - 2 * pad) / h)));
    const pan = { x: cy.width() / 2 - (zoom * (b.x1 + b.x2)) / 2, y: cy.height() / 2 - (zoom * (b.y1 + b.y2)) / 2 };
    if (!duration || calm()) cy.viewport({ zoom, pan }); else cy.animate({ zoom, pan }, { duration, easing: 'ease-out-cubic' });
  }
  cg.fit = (duration = 260) => { const n = cg.visible().nodes().not('.ghost'); const all = n.nonempty() ? n : cg.cy.nodes(); if (all.empty()) return; const at = all.map((m) => cg.target(m)); frame({ x1: Math.min(...at.map((p) => p.x)) - 70, x2: Math.max(...at.map((p) => p.x)) + 70, y1: Math.min(...at.map((p) => p.y)) - 50, y2: Math.max(...at.map((p) => p.y)) + 70 }, duration); };
  cg.tidy = () => {
    const cy = cg.cy, seen = cg.visible();
    if (seen.nodes().empty()) return;
    remember();
    const spots = cg.force(seen.nodes(), seen.edges(), cy.width() / Math.max(1, cy.height()));
    seen.nodes().forEach((n) => { const to = spots[n.id()]; n.scratch('_to', to); const end = () => { n.position(to); n.removeScratch('_to'); }; if (calm() || seen.nodes().length > 150) end(); else n.animate({ position: to }, { duration: 420, easing: 'ease-in-out-cubic', complete: end }); });
    cg.fit(420);
    setTimeout(() => cg.declutter(), 470);
  };

  /* Size by degree, captions in two lines, "+n" for what is hidden. */
  function dress() {
    const cy = cg.cy, kinds = cg.table().kinds;
    cy.batch(() => {
      cy.nodes().forEach((n) => {
        const row = kinds[n.data('kind')], degree = Math.max(n.data('degree') || 0, n.degree());
        const font = row.font + (degree > 14 ? 2 : degree > 6 ? 1 : 0);
        if (n.data('font') !== font || !n.data('label')) { const t = cg.twoLines(n.data('name') || n.id(), font); n.data({ font, label: t.label, labelWidth: t.width, labelLines: t.lines }); }
        n.data({ size: Math.round(row.size + Math.min(24, 4.2 * Math.sqrt(degree))), more: Math.max(0, (n.data('degree') || 0) - n.connectedEdges().length) });
      });
      cy.edges().forEach((e) => { const count = e.data('evidence') || 1; e.data('width', 1.1 + Math.min(2, 0.45 * Math.log2(count))); });
    });
  }
  cg.notice = (message, tone) => set('notices', { sendNotifications: [{ action: 'show', id: 'n' + Date.now(), message, color: tone === 'error' ? 'red' : 'indigo', autoClose: tone === 'error' ? 9000 : 4500 }] });

  /* ---- after every change of what is on the canvas ---- */
  let later = 0;
  function changed() {
    dress();
    clearTimeout(later);
    cg.applyFilters && cg.applyFilters();
    cg.timebar && cg.timebar.refresh();
    cg.twin && cg.twin.refresh();
    document.getElementById('stage').classList.toggle('empty', cg.cy.nodes().empty());
    cg.countHidden();
    cg.declutter();
  }
  cg.changed = changed;
  cg.countHidden = () => document.querySelectorAll('[data-hidden-of]').forEach((el) => {
    const node = cg.cy.getElementById(el.dataset.hiddenOf), more = node.nonempty() ? node.data('more') : 0, text = more ? '+' + more : '';
    if (el.textContent !== text) { el.textContent = text; el.hidden = !more; }
  });

  /* ---- selection and focus ---- */
  let told = '';
  function tell() {
    const s = cg.cy.$(':selected'), e = s.nonempty() ? s[s.length - 1] : null;
    const data = e ? { group: e.group(), id: e.id(), name: e.data('name') || e.data('caption'), more: e.data('more') || 0, source: e.data('source') || null, target: e.data('target') || null } : null;
    if (JSON.stringify(data) === told) return;
    told = JSON.stringify(data);
    set('selection', { data });
    document.body.classList.toggle('has-selection', Boolean(data));
    const line = document.getElementById('said');
    if (line) line.textContent = e ? (e.isNode() ? `${e.data('name')} selected, ${e.connectedEdges().not('.off').length} relationships shown` : `${e.source().data('name')} ${e.data('caption')} ${e.target().data('name')} selected`) : 'Nothing selected';
  }
  cg.tellOther = (data) => { told = JSON.stringify(data); set('selection', { data: { ...data, at: Date.now() } }); };
  cg.select = (id, centre) => {
    const e = cg.cy.getElementById(id);
    if (e.empty()) return false;
    if (e.selected()) { tell(); return true; }
    cg.cy.batch(() => { cg.cy.$(':selected').unselect(); e.select(); });
    if (centre) { const b = cg.cy.extent(), p = e.isNode() ? cg.target(e) : e.midpoint(); if (p.x < b.x1 + 30 || p.x > b.x2 - 30 || p.y < b.y1 + 30 || p.y > b.y2 - 40) cg.cy.animate({ center: { eles: e } }, { duration: calm() ? 0 : 240 }); }
    return true;
  };
  const wipe = () => cg.cy.elements().removeClass('dim near hot named');
  /* A caption is shown on a line that has room for it. */
  const long = (x) => { const a = x.source().renderedPosition(), b = x.target().renderedPosition(); return Math.hypot(a.x - b.x, a.y - b.y) > 64 + x.data('caption').length * 6; };
  const focus = (e) => cg.cy.batch(() => {
    wipe();
    const edges = e.isNode() ? e.connectedEdges().not('.ghost').not('.off') : e, near = edges.union(edges.connectedNodes()).union(e).not('.off');
    cg.cy.elements().not(near).addClass('dim');
    near.addClass('near'); e.addClass('hot');
    if (edges.length <= 14) edges.forEach((x) => { if (x === e || long(x)) x.addClass('named'); });
  });
  cg.refocus = () => { const s = cg.cy.$(':selected').not('.off'); if (s.nonempty()) focus(s[s.length - 1]); else cg.cy.batch(wipe); };
  cg.expand = (id) => cg.ask({ do: 'expand', id });
  cg.hide = (id) => { const e = cg.cy.getElementById(id); if (e.nonempty()) { remember(); e.remove(); changed(); } };

  /* ---- captions: greedy by importance on the drawn boxes, once the view has settled ---- */
  let settling = 0;
  cg.declutter = () => { clearTimeout(settling); settling = setTimeout(declutter, 90); };
  function declutter() {
    const cy = cg.cy, z = cy.zoom(), k = cg.labelScale(), taken = [];
    const nodes = cy.nodes().filter((n) => !n.hasClass('ghost') && !n.hasClass('off') && !n.hasClass('dim')).toArray();
    const weight = (n) => (n.selected() || n.hasClass('hot') ? 1e6 : 0) + (n.data('size') || 0) + (n.hasClass('near') ? 100 : 0);
    nodes.sort((a, b) => weight(b) - weight(a));
    const discs = nodes.map((n) => { const p = n.renderedPosition(), r = n.renderedWidth() / 2 - 2; return [p.x - r, p.y - r, p.x + r, p.y + r, n.id()]; });
    cy.batch(() => nodes.forEach((n) => {
      const p = n.renderedPosition(), w = (n.data('labelWidth') * z) / k, h = (n.data('font') * 1.15 * n.data('labelLines') * z) / k, y = p.y + n.renderedHeight() / 2 + 4 * z;
      const b = [p.x - w / 2, y, p.x + w / 2, y + h], over = (q) => b[0] < q[2] && b[2] > q[0] && b[1] < q[3] && b[3] > q[1];
      const hidden = weight(n) < 1e6 && (taken.some(over) || discs.some((q) => q[4] !== n.id() && over(q)));
      n.toggleClass('unnamed', hidden);
      if (!hidden) taken.push(b);
    }));
  }

  /* ---- the instance ---- */
  function begin(cy) {
    cg.cy = cy;
    cy.minZoom(0.08); cy.maxZoom(4);
    cy.style(cg.style());
    let scale = 1, zooming = 0;
    cy.on('mouseover', 'node, edge', (e) => { if (!cy.$(':selected').nonempty()) focus(e.target); else if (e.target.isEdge()) e.target.addClass('named'); else { e.target.addClass('near'); } cg.container.style.cursor = 'pointer'; cg.declutter(); });
    cy.on('mouseout', 'node, edge', () => { cg.refocus(); cg.container.style.cursor = ''; cg.declutter(); });
    cy.on('select unselect', () => setTimeout(() => { cg.refocus(); tell(); cg.declutter(); }));
    cy.on('remove', () => setTimeout(tell));
    cy.on('dbltap', 'node', (e) => cg.expand(e.target.id()));
    cy.on('viewport', () => { cg.declutter(); });
    cy.on('zoom', () => { clearTimeout(zooming); zooming = setTimeout(() => { if (Math.abs(cg.labelScale() - scale) > 0.02) { scale = cg.labelScale(); cy.style().update(); } }, 120); });
    cy.on('dragfree', 'node', () => cg.declutter());
    cg.container = cy.container();
    cg.container.addEventListener('mouseleave', () => { cg.refocus(); cg.container.style.cursor = ''; });
    new ResizeObserver(() => cy.resize()).observe(cg.container);
    document.documentElement.dataset.agThemeMode = cg.dark() ? 'dark' : 'light';
    new MutationObserver(() => { cy.style(cg.style()); document.documentElement.dataset.agThemeMode = cg.dark() ? 'dark' : 'light'; }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
    new MutationObserver(cg.countHidden).observe(document.getElementById('details'), { childList: true, subtree: true });
    cg.begun = true;
    window.dispatchEvent(new Event('cablegraph:begun'));
    next();
  }
  window.addEventListener('cablegraph:canvas', async (event) => {
    /* Canvas text does not repaint when a web font arrives late. */
    await Promise.all(['400 12px "Inter Variable"', '700 12px "Inter Variable"'].map((f) => document.fonts.load(f))).catch(() => {});
    const go = () => (document.getElementById('stage') && document.getElementById('timebar') ? begin(event.detail.cy) : setTimeout(go, 30));
    go();
  });

  /* ---- keyboard on the canvas ---- */
  cg.step = (dx, dy) => {
    const cy = cg.cy, nodes = cg.visible().nodes().not('.ghost'), s = cy.$('node:selected');
    if (nodes.empty()) return;
    if (s.empty()) { cg.select(nodes.max((n) => n.degree()).ele.id(), true); return; }
    const p = cg.target(s[0]); let best = null, cost = Infinity;
    nodes.forEach((n) => { if (n.same(s[0])) return; const q = cg.target(n), along = (q.x - p.x) * dx + (q.y - p.y) * dy, across = Math.abs((q.x - p.x) * dy - (q.y - p.y) * dx); if (along <= 4) return; const c = along + 2.2 * across; if (c < cost) { cost = c; best = n; } });
    if (best) cg.select(best.id(), true);
  };
})();
