namespace CnnGen.Runs;

internal static class ReportStyle
{
    public const string Css = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 1180px; padding: 0 1rem; color: #1c2126 }
        h1 { margin-bottom: 0 } h2 { margin-top: 2.2rem; border-bottom: 1px solid #d8dde2 }
        figure { margin: 0 } figcaption { font-size: 12px; color: #4a5259 }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 1.2rem }
        .charts figcaption { max-height: 5.5em; overflow: auto; padding-left: 64px }
        svg path { fill: none; stroke-width: 1.8 } svg .grid { stroke: #e4e8eb }
        svg text { font: 11px system-ui, sans-serif; fill: #4a5259 }
        svg .title { font-size: 14px; font-weight: 600; fill: #1c2126 } svg .up { text-anchor: end } svg .across { text-anchor: middle }
        .key { white-space: nowrap; margin-right: .6em } .key i { display: inline-block; width: .8em; height: .8em; margin-right: .3em }
        .wide { overflow-x: auto } table { border-collapse: collapse; font-size: 13px }
        th { text-align: left; font-weight: 500; padding: 2px 8px }
        td { text-align: right; padding: 2px 8px; border: 1px solid #eef0f2 } .facts td { text-align: left }
        .dense td { padding: 0 3px; border-width: 0 } .dense th { padding: 0 4px; line-height: 1.1 }
        .images { display: flex; flex-wrap: wrap; gap: .8rem }
        .images img { width: 96px; image-rendering: pixelated; border: 1px solid #d8dde2 }
        .filters img { width: 56px } pre { overflow-x: auto; font-size: 12px; background: #f6f8f9; padding: .8rem }
        """;
}
