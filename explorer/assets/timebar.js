/* The time bar: a histogram of the relationships on the canvas with a brush on it. */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const H = 62, P = 16, DAY = 864e5;
  let domain = null, bins = [], host = null, grabbed = null, drawn = '', raf = 0;
  const name = (d) => new Date(d * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const W = () => host.clientWidth;
  const x = (d) => P + ((d - domain[0]) / (domain[1] - domain[0])) * (W() - 2 * P);
  const inv = (px) => domain[0] + ((px - P) / (W() - 2 * P)) * (domain[1] - domain[0]);
  const year = (d) => new Date(d * DAY).getUTCFullYear();
  const start = (y, m = 0) => Date.UTC(y, m, 1) / DAY;
  const group = (e) => { const k = [e.source().data('kind'), e.target().data('kind')]; return k.includes('Meeting') ? 0 : k.includes('Document') ? 1 : 2; };

  function measure() {
    const cy = cg.cy, clock = cg.time.clock, spans = [];
    let undated = 0;
    cy.edges().not('.off').forEach((e) => {
      const s = cg.span(e, clock);
      if (!s) { undated += 1; return; }
      spans.push([Number.isFinite(s[0]) ? s[0] : s[1] - 1, Number.isFinite(s[1]) ? s[1] : s[0] + 1, group(e)]);
    });
    const said = document.getElementById('time-undated-count');
    if (said) said.textContent = undated;
    if (!spans.length) { domain = null; bins = []; return; }
    const sorted = spans.map((s) => s[0]).sort((a, b) => a - b);
    let low = sorted[0], high = Math.max(...spans.map((s) => s[1]));
    /* A few far dates would leave the rest a few pixels: the axis starts at the 2nd percentile when that halves it. */
    const p = sorted[Math.floor(sorted.length * 0.03)];
    if (spans.length > 12 && high - p < (high - low) / 3) low = p;
    const pad = Math.max(10, (high - low) * 0.03);
    domain = [low - pad, high + pad];
    const n = Math.max(24, Math.min(90, Math.floor(W() / 15))), width = (domain[1] - domain[0]) / n;
    bins = Array.from({ length: n }, () => [0, 0, 0]);
    for (const [a, , g] of spans) { const i = Math.floor((a - domain[0]) / width); if (i >= 0 && i < n) bins[i][g] += 1; else if (i < 0) bins[0][g] += 1; }
  }
  function ticks() {
    const days = domain[1] - domain[0], room = (W() - 2 * P) / 78, out = [];
    const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200], step = steps.find((m) => days / (m * 30.44) <= room) || 1200;
    for (let y = step >= 12 ? Math.floor(year(domain[0]) / (step / 12)) * (step / 12) : year(domain[0]); y <= year(domain[1]); y += Math.max(1, step / 12))
      for (let m = 0; m < 12; m += Math.min(12, step)) { const d = start(y, m); if (d > domain[0] && d < domain[1] && x(d) > 26 && x(d) < W() - 26) out.push([d, step >= 12 ? String(y) : new Date(d * DAY).toLocaleDateString('en-GB', { month: 'short', year: m === 0 || step >= 6 ? 'numeric' : undefined, timeZone: 'UTC' })]); }
    return out;
  }
  const now = () => [cg.time.from === null ? domain[0] : Math.max(domain[0], cg.time.from), cg.time.to === null ? domain[1] : Math.min(domain[1], cg.time.to)];
  function draw() {
    const width = W();
    if (!domain) { host.innerHTML = `<p class="nothing">No dated relationship on the canvas${cg.cy.edges().nonempty() ? ' on this clock' : ''} yet.</p>`; label(); drawn = ''; return; }
    const most = Math.max(1, ...bins.map((b) => b[0] + b[1] + b[2])), bw = (width - 2 * P) / bins.length;
    const bars = bins.map((b, i) => { let y = H; return b.map((v, g) => { const h = (v / most) * (H - 8); y -= h; return v ? `<rect class="bar g${g}" x="${(P + i * bw + 1).toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(1.5, bw - 2).toFixed(1)}" height="${h.toFixed(1)}" rx="1.5"/>` : ''; }).join(''); }).join('');
    const handle = (c, text) => `<g class="handle ${c}" role="slider" tabindex="0" aria-label="${text}" aria-valuemin="${Math.round(domain[0])}" aria-valuemax="${Math.round(domain[1])}"><rect x="-10" width="20" height="${H}" fill="transparent"/><line y1="0" y2="${H}"/><rect class="grip" x="-4" y="${H / 2 - 11}" width="8" height="22" rx="4"/></g>`;
    const markup = `<svg width="${width}" height="${H + 18}" role="group" aria-label="Time filter"><g class="faded">${bars}</g><clipPath id="timebar-clip"><rect y="0" height="${H}"/></clipPath><g clip-path="url(#timebar-clip)">${bars}</g><line class="base" x1="${P}" x2="${width - P}" y1="${H + 0.5}" y2="${H + 0.5}"/><rect class="window" y="0" height="${H}"/>${ticks().map(([d, t]) => `<text x="${x(d)}" y="${H + 14}" text-anchor="middle">${t}</text>`).join('')}${handle('low', 'Start of period')}${handle('high', 'End of period')}</svg>`;
    if (markup !== drawn) { const kept = document.activeElement && document.activeElement.closest && document.activeElement.closest('.handle'); const which = kept && (kept.classList.contains('low') ? '.low' : '.high'); host.innerHTML = markup; drawn = markup; if (which) host.querySelector(which).focus(); }
    move();
  }
  function move() {
    const [a, b] = now(), q = (s) => host.querySelector(s);
    for (const r of [q('.window'), q('#timebar-clip rect')]) { r.setAttribute('x', x(a)); r.setAttribute('width', Math.max(0, x(b) - x(a))); }
    q('.window').classList.toggle('whole', cg.time.from === null);
    [['.low', a], ['.high', b]].forEach(([s, v]) => { const h = q(s); h.setAttribute('transform', `translate(${x(v)})`); h.setAttribute('aria-valuenow', Math.round(v)); h.setAttribute('aria-valuetext', name(v)); });
    label();
  }
  function label() { const el = document.getElementById('time-label'); if (el) el.textContent = !domain ? 'All time' : `${name(now()[0])} – ${name(now()[1])}`; const clear = document.getElementById('time-clear'); if (clear) clear.style.visibility = cg.time.from === null ? 'hidden' : 'visible'; }
  function choose(a, b) {
    if (!domain) return;
    const lo = Math.max(domain[0], Math.min(a, b)), hi = Math.min(domain[1], Math.max(a, b));
    const whole = lo <= domain[0] && hi >= domain[1];
    cg.time.from = whole ? null : lo; cg.time.to = whole ? null : hi;
    move();
    if (!raf) raf = requestAnimationFrame(() => { raf = 0; cg.applyFilters(); });
  }
  const done = () => { cg.twin && cg.twin.refresh(); cg.set('time-range', { data: { from: cg.time.from, to: cg.time.to } }); };
  cg.timebar = {
    refresh: () => { if (host && cg.cy && !grabbed) { measure(); draw(); } },
    set: (a, b) => { cg.time.from = a; cg.time.to = b; cg.timebar.refresh(); cg.applyFilters(); done(); },
    undated: (on) => { cg.time.undated = on; cg.set('time-undated', { checked: on }); cg.applyFilters(); },
    clock: (clock) => { if (clock === cg.time.clock) return; cg.time.clock = clock; cg.time.from = cg.time.to = null; cg.timebar.refresh(); cg.applyFilters(); done(); },
    domain: () => domain,
  };
  window.addEventListener('cablegraph:begun', () => {
    host = document.getElementById('timebar');
    new ResizeObserver(() => cg.timebar.refresh()).observe(host);
    const px = (e) => e.clientX - host.getBoundingClientRect().left;
    host.addEventListener('pointerdown', (e) => {
      if (!domain) return;
      const h = e.target.closest('.handle'); const r = now();
      grabbed = { mode: h ? (h.classList.contains('low') ? 'low' : 'high') : e.target.classList.contains('window') && cg.time.from !== null ? 'window' : 'new', at: px(e), range: r };
      if (h) h.focus();
      host.setPointerCapture(e.pointerId); e.preventDefault();
    });
    host.addEventListener('pointermove', (e) => {
      if (!grabbed) return;
      const d = inv(px(e)) - inv(grabbed.at), [a, b] = grabbed.range;
      if (grabbed.mode === 'low') choose(Math.min(a + d, b - 1), b);
      else if (grabbed.mode === 'high') choose(a, Math.max(b + d, a + 1));
      else if (grabbed.mode === 'window') { const s = Math.max(domain[0] - a, Math.min(domain[1] - b, d)); choose(a + s, b + s); }
      else if (Math.abs(px(e) - grabbed.at) > 3) choose(inv(grabbed.at), inv(px(e)));
    });
    const end = () => { if (grabbed) { grabbed = null; done(); } };
    host.addEventListener('pointerup', end); host.addEventListener('pointercancel', end);
    host.addEventListener('dblclick', () => cg.timebar.set(null, null));
    host.addEventListener('keydown', (e) => {
      const h = e.target.closest('.handle'); if (!h || !domain) return;
      const unit = Math.max(1, Math.round((domain[1] - domain[0]) / 100)), step = { ArrowLeft: -unit, ArrowDown: -unit, ArrowRight: unit, ArrowUp: unit, PageDown: -10 * unit, PageUp: 10 * unit }[e.key];
      const [a, b] = now(), low = h.classList.contains('low');
      if (step === undefined && e.key !== 'Home' && e.key !== 'End' && e.key !== 'Escape') return;
      e.preventDefault();
      if (e.key === 'Escape') { cg.timebar.set(null, null); return; }
      if (low) choose(e.key === 'Home' ? domain[0] : e.key === 'End' ? b - 1 : Math.min(a + step, b - 1), b);
      else choose(a, e.key === 'End' ? domain[1] : e.key === 'Home' ? a + 1 : Math.max(b + step, a + 1));
      done();
    });
    cg.timebar.refresh();
  });
})();
