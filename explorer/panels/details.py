"""Facts about the chosen entity, or the sentences behind the chosen relationship."""

from __future__ import annotations

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html, no_update
from dash.development.base_component import Component

from cypher.errors import GraphError
from cypher.vocabulary import Status
from explorer import dates, ids, queries
from explorer.graph import Graph
from explorer.icons import icon
from explorer.panels.parts import problem, swatch
from explorer.panels.sentences import sentence
from explorer.stylesheet import STATUSES, caption, kind_of
from explorer.views import EdgeView, Profile, Tie

Selection = Mapping[str, object]

FACTS = {
    "class": "Kind of meeting",
    "kind_detail": "Kind",
    "title": "Title",
    "series": "Series",
    "ordinal": "Number",
    "status": "Status",
    "acronym": "Acronym",
    "country": "Country",
    "country_code": "Country",
    "flag": "Flag",
}
"""Properties worth a line, with what they are called."""


def layout() -> Component:
    """Return the panel, inviting."""
    return html.Div(hint(), id=ids.DETAILS)


def hint() -> Component:
    """Return what stands there while nothing is chosen."""
    return html.Div(
        [
            icon("affiliate", 42),
            html.Div(
                "Choose an entity to see what is known about it, or a line to read the sentences that say it."
            ),
            html.Div(["Double-click or ", html.Kbd("Enter"), " expands · ", html.Kbd("/"), " searches"]),
        ],
        className="hint",
    )


def describe(graph: Graph, selection: Selection | None) -> Component:
    """Return the panel for a selection; an error becomes a sentence."""
    if not selection:
        return hint()
    try:
        if selection.get("group") == "edges":
            return relationship(graph, str(selection.get("id")))
        if selection.get("group") == "date":
            return held_on(graph, str(selection.get("id")), str(selection.get("name") or ""))
        return entity(graph, str(selection.get("id")))
    except GraphError as error:
        return problem(str(error))


def entity(graph: Graph, id_: str) -> Component:
    """Return names, dates, counts, connections and timeline of an entity."""
    profile = queries.profile(graph, id_)
    if profile is None:
        return problem("The graph does not have this entity any more.", "Gone")
    ties = queries.ties(graph, id_)
    meetings = sum(tie.other.kind == "Meeting" for tie in ties)
    documents = sum(tie.other.kind == "Document" for tie in ties)
    stats = (("relationships", profile.degree), ("meetings", meetings), ("documents", documents))
    return html.Div(
        [
            _who(profile),
            dmc.Group(
                [
                    dmc.Button(
                        "Expand",
                        leftSection=icon("affiliate", 16),
                        size="xs",
                        # The script writes how many are hidden: that changes with the canvas.
                        rightSection=html.Span(className="more", hidden=True, **{"data-hidden-of": id_}),
                        **{"data-do": "expand", "data-id": id_},
                    ),
                    dmc.Button(
                        "Hide",
                        leftSection=icon("eye-off", 16),
                        size="xs",
                        variant="default",
                        **{"data-do": "hide", "data-id": id_},
                    ),
                ],
                gap=8,
            ),
            html.Div([html.Div([html.B(str(n)), html.Span(text)]) for text, n in stats], className="stats"),
            _facts(profile),
            dmc.Tabs(
                [
                    dmc.TabsList(
                        [
                            dmc.TabsTab("Connections", value="connections"),
                            dmc.TabsTab("Timeline", value="timeline"),
                        ],
                        grow=True,
                    ),
                    dmc.TabsPanel(_connections(ties), value="connections", pt="xs"),
                    dmc.TabsPanel(_timeline(ties), value="timeline", pt="xs"),
                ],
                value="connections",
                id=ids.DETAILS_TAB,
            ),
        ]
    )


def relationship(graph: Graph, key: str) -> Component:
    """Return both ends of a relationship, both clocks, and every sentence that says it."""
    found = queries.relationship(graph, key)
    if found is None:
        return problem("The graph does not have this relationship any more.", "Gone")
    edge, source, target = found
    said = queries.evidence(graph, key)
    head = html.Div(
        [
            html.Button(source.name, **{"data-do": "select", "data-id": source.id}),
            html.Div(
                [icon("arrow-right", 14), html.Span(_phrase(edge)), badge(edge.status)], className="says"
            ),
            html.Button(target.name, **{"data-do": "select", "data-id": target.id}),
        ],
        className="between",
    )
    count = f"{len(said)} {'sentence' if len(said) == 1 else 'sentences'}"
    if edge.source_count and edge.source_count != len(said):
        count += f" from {edge.source_count} independent {'post' if edge.source_count == 1 else 'posts'}"
    clocks = html.Dl(
        [
            html.Dt("Happened"),
            html.Dd(dates.spoken(edge)),
            html.Dt("Reported"),
            html.Dd(dates.reported(edge)),
        ],
        className="facts",
    )
    return html.Div(
        [head, clocks, html.Div(html.H3(count), className="head"), *[sentence(one) for one in said]]
    )


def held_on(graph: Graph, entity_id: str, name: str) -> Component:
    """Return the sentences that date an entity."""
    said = queries.evidence(graph, f"{entity_id}|held_on")
    head = html.Div(
        [
            html.Button(name or entity_id, **{"data-do": "select", "data-id": entity_id}),
            html.Div("dated by", className="says"),
        ],
        className="between",
    )
    if not said:
        return html.Div(
            [head, html.P("No sentence gives the date itself; it follows from its relationships.")]
        )
    return html.Div([head, *[sentence(one) for one in said]])


def badge(status: Status) -> html.Span:
    """Return the badge of a status."""
    return html.Span(STATUSES[status], className=f"badge {status.value}")


def register(app: Dash, graph: Graph) -> None:
    """Describe what is chosen."""

    def _describe(selection: Selection | None) -> object:
        return describe(graph, selection) if selection is not no_update else no_update

    app.callback(Output(ids.DETAILS, "children"), Input(ids.SELECTION, "data"), prevent_initial_call=True)(
        _describe
    )


def _phrase(edge: EdgeView) -> str:
    phrase = caption(edge.type)
    # "participated in (participant)" says one thing twice.
    return phrase if not edge.qualifier or edge.qualifier == "participant" else f"{phrase} ({edge.qualifier})"


def _who(profile: Profile) -> Component:
    kind = kind_of(profile.kind)
    lines = [html.H2(profile.name), html.P(" · ".join(part for part in (kind.one, _active(profile)) if part))]
    return html.Div([swatch(profile.kind, 44), html.Div(lines)], className="who")


def _active(profile: Profile) -> str:
    if profile.valid_from or profile.valid_to:
        return dates.spoken(profile)
    years = [value[:4] for value in (profile.first_reported, profile.last_reported) if value]
    return f"in posts {'–'.join(dict.fromkeys(years))}" if years else ""


def _facts(profile: Profile) -> Component:
    rows: list[tuple[str, str | Component]] = []
    if profile.valid_from or profile.valid_to:
        about = {"data-do": "date", "data-id": profile.id, "data-name": profile.name}
        rows.append(
            (
                "Date",
                html.Button(
                    dates.spoken(profile), className="plain inline", title="Read the sentence", **about
                ),
            )
        )
    if aliases := [alias for alias in profile.aliases if alias != profile.name][:12]:
        rows.append(("Also", ", ".join(aliases)))
    for name, label in FACTS.items():
        value = profile.properties.get(name)
        if isinstance(value, str | int | float) and value != "":
            rows.append((label, str(value).replace("_", " ")))
    for type_, count in sorted(profile.counts, key=lambda pair: (-pair[1], pair[0])):
        rows.append((caption(type_).capitalize(), str(count)))
    if profile.posts:
        rows.append(("Mentioned in", f"{profile.posts} {'post' if profile.posts == 1 else 'posts'}"))
    return html.Dl(
        [part for label, value in rows for part in (html.Dt(label), html.Dd(value))], className="facts"
    )


def _connections(ties: list[Tie]) -> Component:
    shown = sorted(ties, key=lambda tie: (-tie.edge.evidence_count, tie.other.name, tie.edge.key))[:100]
    rows = [
        html.Button(
            [
                swatch(tie.other.kind, 20),
                html.Span([tie.other.name, html.Small(_seen(tie))]),
                html.Em(dates.spoken(tie.edge) if tie.edge.valid_from or tie.edge.valid_to else ""),
            ],
            className="tie",
            **_opens(tie),
        )
        for tie in shown
    ]
    if len(ties) > len(shown):
        rows.append(html.P(f"and {len(ties) - len(shown)} more", className="hint"))
    return html.Div(rows)


def _timeline(ties: list[Tie]) -> Component:
    dated = sorted(
        (tie for tie in ties if tie.edge.valid_from),
        key=lambda tie: (tie.edge.valid_from or "", tie.edge.key),
    )
    undated = len(ties) - len(dated)
    items = [
        html.Li(
            [
                html.Button(
                    dates.spoken(tie.edge), className="date", title="Read the sentence", **_opens(tie)
                ),
                html.P([_seen(tie), " ", html.B(tie.other.name)]),
            ],
            style={
                "--kind": f"light-dark({kind_of(tie.other.kind).colour[0]}, {kind_of(tie.other.kind).colour[1]})"
            },
        )
        for tie in dated[:100]
    ]
    note = html.P(f"{undated} undated", style={"color": "var(--dim)", "fontSize": 12.5}) if undated else None
    return html.Div([html.Ol(items, className="moments"), *([note] if note else [])])


def _seen(tie: Tie) -> str:
    text = _phrase(tie.edge) if tie.outgoing else f"← {_phrase(tie.edge)}"
    return text if tie.edge.status == Status.ASSERTED else f"{text} · {STATUSES[tie.edge.status].lower()}"


def _opens(tie: Tie) -> dict[str, str]:
    edge = tie.edge
    return {
        "data-do": "relationship",
        "data-id": edge.key,
        "data-source": edge.source,
        "data-target": edge.target,
    }
