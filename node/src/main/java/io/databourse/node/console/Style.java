package io.databourse.node.console;

/// How the pages look.
final class Style {
    static final String SHEET =
            """
            :root { color-scheme: light dark; font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
            body { margin: 0; } main { padding: 16px 24px; max-width: 1200px; }
            a { color: #0b5c7a; } a:visited { color: #0b5c7a; } @media (prefers-color-scheme: dark) { a, a:visited { color: #5fb3d3; } }
            header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 8px 24px; border-bottom: 1px solid #8886; }
            footer { padding: 16px 24px; opacity: .7; font-size: 13px; }
            header form { margin-left: auto; } nav { display: flex; gap: 16px; } nav a, header button { white-space: nowrap; }
            h1 { font-size: 22px; overflow-wrap: anywhere; } h2 { font-size: 17px; margin-top: 28px; }
            table { border-collapse: collapse; display: block; overflow-x: auto; }
            th, td { border: 1px solid #8886; padding: 4px 10px; text-align: left; font-variant-numeric: tabular-nums; }
            dl { display: grid; gap: 4px; } dl div { display: flex; gap: 12px; } dt { flex: 0 0 120px; opacity: .7; }
            dd { margin: 0; overflow-wrap: anywhere; } .none { opacity: .7; } td { overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; padding: 12px; overflow: auto; max-height: 70vh; }
            code { overflow-wrap: anywhere; } img { max-width: 100%; background: #fff; }
            main form { display: grid; gap: 12px; max-width: 520px; margin-top: 24px; }
            main form.choice { display: flex; flex-wrap: wrap; align-items: end; max-width: none; }
            main form .choice { display: flex; gap: 12px; } textarea, input, select, button { font: inherit; }
            button { padding: 4px 14px; justify-self: start; cursor: pointer; } label { display: grid; gap: 4px; } .problem, .FAIL { color: #c0392b; } .REVIEW { color: #b9770e; }
            .chart { width: 100%; max-width: 900px; } .chart rect, .chart circle { fill: #2471a3; }
            .chart polyline { fill: none; stroke: #2471a3; stroke-width: 2; } .chart line { stroke: #888; }
            .chart text { font-size: 11px; fill: currentColor; text-anchor: end; }
            .chart text.value { text-anchor: middle; }
            """;

    private Style() {}
}
