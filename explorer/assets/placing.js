/* Where nodes go. place(): new nodes around their anchor while every old node stays where it is (0 px).
   force(): a whole picture from nothing, deterministic, for first pictures and "tidy". */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const GAP = 10;
  /* The box of a node with its caption, in model coordinates around a centre. */
  const box = (node, p) => {
    const size = node.data('size'), half = Math.max(size / 2 + 8, (node.data('labelWidth') || 0) / 2);
    return [p.x - half - GAP / 2, p.y - size / 2 - GAP, p.x + half + GAP / 2, p.y + size / 2 + 6 + (node.data('labelLines') || 1) * 15 + GAP / 2];
  };
  const hit = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  const free = (b, boxes) => !boxes.some((other) => hit(b, other));

  function emptiest(from, others) {
    /* The direction with the least around it: the sum of unit vectors away from near nodes. */
    let x = 0, y = 0;
    for (const p of others) {
      const dx = from.x - p.x, dy = from.y - p.y, d2 = dx * dx + dy * dy;
      if (d2 > 1) { x += dx / d2; y += dy / d2; }
    }
    return x || y ? Math.atan2(y, x) : -Math.PI / 2;
  }

  /* How far a point is from the line between two others. */
  const aside = (r, p, q) => {
    const dx = q.x - p.x, dy = q.y - p.y, t = Math.max(0, Math.min(1, ((r.x - p.x) * dx + (r.y - p.y) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(r.x - p.x - t * dx, r.y - p.y - t * dy);
  };

  cg.place = (cy, added, anchor) => {
    const fresh = new Set(added.map((n) => n.id()));
    const settled = cy.nodes().filter((n) => !fresh.has(n.id()));
    const spots = {}, boxes = settled.map((n) => box(n, cg.target(n)));
    const points = settled.map((n) => cg.target(n));
    const order = added.sort((a, b) => b.connectedEdges().length - a.connectedEdges().length || (a.id() < b.id() ? -1 : 1));
    for (const node of order) {
      const known = node.neighborhood('node').map((m) => (fresh.has(m.id()) ? spots[m.id()] : cg.target(m))).filter(Boolean);
      const start = anchor && anchor.nonempty() ? cg.target(anchor) : known[0] || centre(points);
      const pull = known.length ? centre(known) : start;
      const aim = emptiest(start, points);
      let best = null, cost = Infinity;
      for (let ring = 0; ring < 14 && (best === null || ring < 4); ring += 1) {
        const radius = ring === 0 && !points.length ? 0 : 105 + ring * 58, steps = Math.max(8, Math.round((2 * Math.PI * radius) / 46));
        for (let step = 0; step < steps; step += 1) {
          const side = step % 2 ? 1 : -1, turn = (side * Math.ceil(step / 2) * 2 * Math.PI) / steps;
          const p = { x: start.x + radius * Math.cos(aim + turn), y: start.y + radius * 0.86 * Math.sin(aim + turn) };
          if (!free(box(node, p), boxes)) continue;
          const spread = known.reduce((s, q) => s + Math.hypot(p.x - q.x, p.y - q.y), 0) / Math.max(1, known.length);
          const through = known.reduce((s, q) => s + points.filter((r) => Math.hypot(r.x - q.x, r.y - q.y) > 2 && aside(r, p, q) < 24).length, 0);
          const c = 260 * through + radius + Math.abs(turn) * 42 + (known.length > 1 ? 0.8 * spread + 0.3 * Math.hypot(p.x - pull.x, p.y - pull.y) : 0);
          if (c < cost) { cost = c; best = p; }
        }
      }
      const spot = best || { x: start.x + 900, y: start.y + Object.keys(spots).length * 60 };
      spots[node.id()] = spot;
      boxes.push(box(node, spot));
      points.push(spot);
    }
    return spots;
  };

  const centre = (points) => points.length
    ? { x: points.reduce((s, p) => s + p.x, 0) / points.length, y: points.reduce((s, p) => s + p.y, 0) / points.length }
    : { x: 0, y: 0 };

  cg.force = (nodes, edges, aspect) => {
    /* Fruchterman-Reingold with gravity, started from a golden spiral (the busiest in the middle), then collisions. */
    const list = nodes.toArray().sort((a, b) => b.connectedEdges().length - a.connectedEdges().length || (a.id() < b.id() ? -1 : 1));
    const n = list.length, at = {}, wide = Math.sqrt(aspect || 1.3), links = [];
    list.forEach((node, i) => { const r = 62 * Math.sqrt(i), t = i * 2.39996; at[node.id()] = { x: r * Math.cos(t) * wide, y: (r * Math.sin(t)) / wide, node }; });
    const seen = new Set();
    edges.forEach((e) => {
      const a = e.source().id(), b = e.target().id(), key = a < b ? a + '\n' + b : b + '\n' + a;
      if (a !== b && at[a] && at[b] && !seen.has(key)) { seen.add(key); links.push([at[a], at[b], Math.min(e.source().degree(), e.target().degree())]); }
    });
    const all = Object.values(at), rounds = n > 400 ? 120 : n > 150 ? 220 : 420, ideal = 118, reach = ideal * 3.4;
    for (let round = 0; round < rounds; round += 1) {
      const heat = 40 * (1 - round / rounds) + 0.5;
      for (const p of all) { const g = p.node.degree() > 1 ? 0.16 : p.node.degree() ? 0.24 : 0.6; p.fx = (-p.x * g) / wide; p.fy = -p.y * g * wide; }
      for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) {
        const a = all[i], b = all[j], dx = a.x - b.x, dy = (a.y - b.y) * 1.12, d = Math.hypot(dx, dy) || 1;
        if (d > reach) continue;
        const f = ((ideal * ideal) / Math.max(8, d)) * (1 - d / reach) * 1.5, ux = dx / d, uy = dy / d;
        a.fx += ux * f; a.fy += uy * f; b.fx -= ux * f; b.fy -= uy * f;
      }
      for (const [a, b, deg] of links) {
        const dx = a.x - b.x, dy = a.y - b.y, d = Math.hypot(dx, dy) || 1, f = (d / ideal) * (deg > 6 ? 0.55 : deg > 2 ? 0.8 : 1.25);
        a.fx -= dx * f; a.fy -= dy * f; b.fx += dx * f; b.fy += dy * f;
      }
      for (const p of all) { const f = Math.hypot(p.fx, p.fy) || 1, step = Math.min(f * 0.09, heat); p.x += (p.fx / f) * step; p.y += (p.fy / f) * step; }
    }
    for (let round = 0; round < 80; round += 1) {
      let moved = false;
      for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) {
        const a = all[i], b = all[j], p = box(a.node, a), q = box(b.node, b);
        if (!hit(p, q)) continue;
        moved = true;
        const ox = Math.min(p[2], q[2]) - Math.max(p[0], q[0]), oy = Math.min(p[3], q[3]) - Math.max(p[1], q[1]);
        if (ox < oy * 1.4) { const s = (a.x < b.x ? -1 : 1) * (ox / 2 + 0.5); a.x += s; b.x -= s; } else { const s = (a.y < b.y ? -1 : 1) * (oy / 2 + 0.5); a.y += s; b.y -= s; }
      }
      if (!moved) break;
    }
    return Object.fromEntries(Object.entries(at).map(([id, p]) => [id, { x: Math.round(p.x * 10) / 10, y: Math.round(p.y * 10) / 10 }]));
  };
})();
