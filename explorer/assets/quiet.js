/* Quiets dash-cytoscape on this page's canvas: three of its listeners echo the whole graph, push the extent on every
   frame and re-run the layout. They are kept from being attached; tap, hover and selection events stay.
   Assets load after the component's bundle and before the renderer, so this precedes every mount. */
(function () {
  const cg = (window.cablegraph = window.cablegraph || {});
  const SKIPPED = ['resize viewport', 'dragfree add remove', 'add remove'];
  const component = window.dash_cytoscape && window.dash_cytoscape.Cytoscape;
  if (!component || !component.prototype.handleCy) {
    console.warn('cablegraph: dash-cytoscape has changed, its canvas cannot be quieted');
    return;
  }
  /* Its default for this prop makes cytoscape warn on every mount. */
  if (component.defaultProps) delete component.defaultProps.wheelSensitivity;
  const original = component.prototype.handleCy;
  component.prototype.handleCy = function (cy) {
    if (cy === this._cy && this._handleCyCalled) return original.call(this, cy);
    const on = cy.on;
    const skipped = [];
    cy.on = function (events) {
      if (SKIPPED.includes(events)) { skipped.push(events); return cy; }
      return on.apply(cy, arguments);
    };
    try { original.call(this, cy); } finally { delete cy.on; }
    cg.skipped = skipped;
    if (skipped.length !== SKIPPED.length)
      console.warn('cablegraph: expected to skip 3 listeners of dash-cytoscape, skipped ' + skipped.length);
    window.dispatchEvent(new CustomEvent('cablegraph:canvas', { detail: { cy } }));
    return undefined;
  };
})();
