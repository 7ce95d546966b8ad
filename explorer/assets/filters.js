/* Filters by kind, relationship type, status and time. Nothing moves: classes only. */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  cg.filters = { kinds: null, types: null, statuses: null };
  cg.time = { from: null, to: null, clock: 'happened', undated: true };
  const DAY = 864e5;
  const day = (iso) => (iso ? Date.parse(iso.length === 4 ? iso + '-01-01' : iso.length === 7 ? iso + '-01' : iso.slice(0, 10)) / DAY : null);
  cg.day = day;
  /* Half-open [from, to) in days since 1970 on the chosen clock, or null when undated. */
  cg.span = (e, clock) => {
    const [a, b] = clock === 'reported' ? [day(e.data('first')), e.data('last') ? day(e.data('last')) + 1 : null] : [day(e.data('from')), day(e.data('to'))];
    if (a === null && b === null) return null;
    if (b === null && clock === 'happened' && e.data('precision') === 'day') return [a, a + 1];
    return [a === null ? -Infinity : a, b === null ? (clock === 'reported' || e.isNode() ? (a === null ? Infinity : a + 1) : Infinity) : b];
  };
  const inside = (span) => (span === null ? cg.time.undated : cg.time.from === null || (span[0] < cg.time.to && span[1] > cg.time.from));
  cg.applyFilters = () => {
    const cy = cg.cy, f = cg.filters, clock = cg.time.clock;
    if (!cy) return;
    const whole = cg.time.from === null && cg.time.undated;
    cy.batch(() => {
      cy.nodes().forEach((n) => n.toggleClass('off', Boolean(f.kinds && !f.kinds.includes(n.data('kind')))));
      cy.edges().forEach((e) => {
        const off = Boolean((f.types && f.types.includes(e.data('type'))) || (f.statuses && !f.statuses.includes(e.data('status'))) || e.source().hasClass('off') || e.target().hasClass('off'));
        e.toggleClass('off', off);
        e.toggleClass('ghost', !whole && !inside(cg.span(e, clock)));
      });
      cy.nodes().forEach((n) => {
        if (whole) { n.removeClass('ghost'); return; }
        const own = n.data('kind') === 'Meeting' || n.data('kind') === 'Document' ? cg.span(n, clock) : null;
        const edges = n.connectedEdges().not('.off');
        n.toggleClass('ghost', own ? !inside(own) : edges.nonempty() ? edges.not('.ghost').empty() : !cg.time.undated);
      });
    });
    cg.refocus();
    cg.declutter();
    count();
  };
  function count() {
    const cy = cg.cy, text = (id, value) => { const el = document.getElementById(id); if (el && el.textContent !== String(value)) el.textContent = value; };
    const kinds = {}, types = {}, statuses = {};
    cy.nodes().forEach((n) => { kinds[n.data('kind')] = (kinds[n.data('kind')] || 0) + 1; });
    cy.edges().forEach((e) => { types[e.data('type')] = (types[e.data('type')] || 0) + 1; statuses[e.data('status')] = (statuses[e.data('status')] || 0) + 1; });
    const table = cg.table();
    for (const kind of Object.keys(table.kinds)) { text('count-' + kind, kinds[kind] || 0); row('row-' + kind, true, !kinds[kind]); }
    for (const type of table.types) { text('count-' + type, types[type] || 0); row('row-' + type, Boolean(types[type]), false); }
    for (const status of table.statuses) { text('count-' + status, statuses[status] || 0); row('row-' + status, true, !statuses[status]); }
    const seen = cy.nodes().not('.off').not('.ghost').length, edges = cy.edges().not('.off').not('.ghost').length, all = cy.nodes().length;
    text('canvas-count', all === seen ? `${all} entities · ${edges} relationships` : `${seen} of ${all} entities · ${edges} relationships in view`);
  }
  function row(id, shown, faint) { const el = document.getElementById(id); if (el) { el.hidden = !shown; el.style.display = shown ? '' : 'none'; el.classList.toggle('faint', faint); } }
  cg.setFilters = (kinds, types, statuses) => {
    const table = cg.table();
    cg.filters = {
      kinds: kinds && kinds.length < Object.keys(table.kinds).length ? kinds : null,
      types: types ? table.types.filter((t) => !types.includes(t)) : null,
      statuses: statuses && statuses.length < table.statuses.length ? statuses : null,
    };
    if (cg.cy) { cg.applyFilters(); cg.timebar && cg.timebar.refresh(); cg.twin && cg.twin.refresh(); }
  };
  cg.resetFilters = () => {
    const table = cg.table();
    cg.set('filters-kinds', { value: Object.keys(table.kinds) });
    cg.set('filters-types', { value: table.types });
    cg.set('filters-statuses', { value: table.statuses });
    cg.timebar.set(null, null);
    cg.timebar.undated(true);
  };
})();
