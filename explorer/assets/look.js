/* The canvas's stylesheet: shape, colour and icon by kind come from the server's one table (explorer/stylesheet.py). */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const uri = (svg) => 'data:image/svg+xml;utf8,' + encodeURIComponent(svg);
  cg.dark = () => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark';
  /* Labels grow more slowly than nodes when zooming in. */
  cg.labelScale = () => { const z = cg.cy ? cg.cy.zoom() : 1; return z > 1 ? Math.pow(z, 0.75) : 1; };
  cg.table = () => cg._table || (cg._table = JSON.parse(document.getElementById('stage').dataset.kinds));
  const icons = {};
  const icon = (kind, dark) => {
    const key = kind + dark;
    if (!icons[key]) {
      const paths = cg.table().kinds[kind].icon;
      icons[key] = uri(`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="${dark ? '#15171c' : '#ffffff'}" stroke-width="${dark ? 2.2 : 2}" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`);
    }
    return icons[key];
  };
  const badges = {};
  const badge = (n, c) => {
    const text = n > 99 ? '99+' : '+' + n, key = text + c.bg;
    return badges[key] || (badges[key] = uri(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="48" viewBox="0 0 40 24"><rect x="1" y="1" width="38" height="22" rx="11" fill="${c.bg}" stroke="${c.line}" stroke-width="1.5"/><text x="20" y="16.6" font-size="13" font-weight="700" font-family="Inter,Arial,sans-serif" text-anchor="middle" fill="${c.ink}">${text}</text></svg>`));
  };
  cg.LABEL_WIDTH = 112;
  const pen = document.createElement('canvas').getContext('2d');
  const width = (text, size) => { pen.font = `500 ${size}px "Inter Variable", Inter, Arial`; return pen.measureText(text).width; };
  /* Wrap a caption to two lines; the second ends with an ellipsis when the name is longer. */
  cg.twoLines = (name, size) => {
    const most = cg.LABEL_WIDTH, words = name.split(/\s+/), lines = [''];
    for (const word of words) {
      const last = lines[lines.length - 1], longer = last ? last + ' ' + word : word;
      if (width(longer, size) <= most || !last) lines[lines.length - 1] = longer; else lines.push(word);
    }
    const cut = (text) => { let t = text; while (t.length > 1 && width(t + '…', size) > most) t = t.slice(0, -1).trimEnd(); return t + '…'; };
    const kept = lines.slice(0, 2).map((l) => (width(l, size) > most + 4 ? cut(l) : l));
    if (lines.length > 2) kept[1] = cut(kept[1] + ' ' + lines[2]);
    return { label: kept.join('\n'), width: Math.max(...kept.map((l) => width(l, size))), lines: kept.length };
  };
  cg.style = () => {
    const dark = cg.dark(), k = dark ? 1 : 0, cy = cg.cy, many = cy && cy.nodes().length > 150;
    const quiet = many || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const canvas = dark ? '#15171c' : '#f8f9fb', ink = dark ? '#e3e6ea' : '#1f2937', line = dark ? '#4a505d' : '#bcc4cf';
    const accent = dark ? '#91a7ff' : '#4c6ef5', denied = dark ? '#ff8787' : '#c92a2a';
    const pill = { bg: dark ? '#2b2f38' : '#ffffff', line: dark ? '#5c6370' : '#adb5bd', ink };
    const scale = cg.labelScale, few = () => !cg.cy || cg.cy.nodes().length <= 500;
    const kinds = Object.entries(cg.table().kinds).map(([kind, row]) => ({
      selector: `node[kind="${kind}"]`, style: { 'background-color': row.colour[k], shape: row.shape },
    }));
    return [
      { selector: 'node', style: {
        width: 'data(size)', height: 'data(size)', 'border-width': 2, 'border-color': canvas,
        'background-image': (n) => { const own = few() ? [icon(n.data('kind'), dark)] : []; return n.data('more') > 0 ? [...own, badge(n.data('more'), pill)] : own; },
        'background-width': ['54%', '24px'], 'background-height': ['54%', '14.4px'],
        'background-position-x': ['50%', '100%'], 'background-position-y': ['50%', '0%'],
        'background-offset-x': [0, 12], 'background-offset-y': [0, -6],
        'background-clip': ['node', 'none'], 'background-image-containment': ['inside', 'over'], 'bounds-expansion': 16,
        label: 'data(label)', 'font-family': 'Inter Variable, Inter, Arial, sans-serif', 'font-weight': 500,
        'font-size': (n) => n.data('font') / scale(), color: ink, 'text-valign': 'bottom', 'text-margin-y': 4,
        'text-wrap': 'wrap', 'text-max-width': '400px', 'line-height': 1.15,
        'text-outline-color': canvas, 'text-outline-width': () => 2.5 / scale(), 'text-outline-opacity': 0.94,
        'min-zoomed-font-size': 7.5, 'overlay-opacity': 0,
        'transition-property': 'opacity', 'transition-duration': quiet ? '0s' : '120ms' } },
      ...kinds,
      { selector: 'node[kind="Country"], node[kind="Place"]', style: { 'background-position-y': ['50%', '0%'] } },
      { selector: 'node[kind="Document"]', style: { 'background-position-x': ['42%', '100%'] } },
      { selector: 'node[status="planned"], node[status="cancelled"]', style: { 'border-style': 'dashed', 'border-color': accent, 'border-width': 2 } },
      { selector: 'node[status="cancelled"], node[status="postponed"]', style: { 'border-style': 'dotted', 'border-color': denied } },
      { selector: 'edge', style: {
        width: 'data(width)', 'line-color': line, 'curve-style': 'bezier', 'control-point-step-size': 26, opacity: 0.85,
        'transition-property': 'opacity', 'transition-duration': quiet ? '0s' : '120ms', 'overlay-opacity': 0,
        'font-family': 'Inter Variable, Inter, Arial, sans-serif', 'font-size': () => 10.5 / scale(), color: dark ? '#c1c6cf' : '#495057',
        'text-rotation': 'autorotate', 'text-background-color': canvas, 'text-background-opacity': 1,
        'text-background-padding': 2, 'text-background-shape': 'roundrectangle' } },
      { selector: 'edge[status="planned"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
      { selector: 'edge[status="reported"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [2, 3] } },
      { selector: 'edge[status="denied"]', style: { 'line-style': 'dotted', 'line-color': denied, width: 2.4,
        'mid-target-arrow-shape': 'tee', 'mid-target-arrow-color': denied, 'arrow-scale': 0.9 } },
      { selector: '.dim', style: { opacity: dark ? 0.2 : 0.24 } },
      { selector: 'node.dim', style: { 'text-opacity': 0 } },
      { selector: 'edge.dim', style: { opacity: dark ? 0.3 : 0.35 } },
      { selector: 'node.near', style: { 'min-zoomed-font-size': 6, 'z-index': 9 } },
      { selector: 'edge.near', style: { 'line-color': accent, opacity: 1, 'target-arrow-shape': 'triangle', 'target-arrow-color': accent, 'arrow-scale': 0.85, 'z-index': 8 } },
      { selector: 'edge.near[status="denied"]', style: { 'line-color': denied, 'target-arrow-color': denied } },
      { selector: 'edge.named, edge.hot, edge:selected', style: { label: 'data(caption)', 'min-zoomed-font-size': 6, 'z-index': 9 } },
      { selector: 'edge.hot, edge:selected', style: { width: 3, 'line-color': accent, opacity: 1, 'target-arrow-shape': 'triangle', 'target-arrow-color': accent, 'font-weight': 700 } },
      { selector: 'edge[status="denied"]:selected', style: { 'line-color': denied, 'target-arrow-color': denied } },
      { selector: 'node.hot, node:selected', style: { 'outline-width': 3, 'outline-color': accent, 'outline-offset': 3, 'outline-opacity': 0.9, 'font-weight': 700, 'min-zoomed-font-size': 5, 'z-index': 10 } },
      { selector: '.unnamed', style: { 'text-opacity': 0 } },
      { selector: '.ghost', style: { opacity: 0.1, 'text-opacity': 0, events: 'no' } },
      { selector: 'edge.ghost', style: { opacity: 0.07 } },
      { selector: '.off', style: { display: 'none' } },
    ];
  };
})();
