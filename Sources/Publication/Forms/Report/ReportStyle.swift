/// How the draft report looks: as a page of text, light and dark as the reader's device has it, on
/// paper in black. Text stands out from the page by 7 to 1 (WCAG 2.2, 1.4.6).
enum ReportStyle {
  static let text = """
    :root{--page:#fff;--panel:#f4f5f7;--line:#c9ced6;--ink:#1b1f27;--soft:#48505d;--link:#0b4f91}
    @media screen and (prefers-color-scheme:dark){:root{--page:#14171c;--panel:#1c2027;--line:#434b57;--ink:#e6e8ec;--soft:#b8bfca;--link:#9ccaf7}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);font:1.05rem/1.6 Georgia,"Noto Serif","Noto Naskh Arabic","Noto Serif CJK SC","DejaVu Serif",serif;overflow-wrap:anywhere}
    main{max-width:44rem;margin-inline:auto;padding:2rem 1rem 4rem}
    h1,h2,h3,h4,h5,h6,table{font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans CJK SC","DejaVu Sans",sans-serif}
    h1{font-size:1.75rem;line-height:1.25;margin:0 0 1.25rem}h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .75rem}h3{font-size:1.1rem;margin:1.5rem 0 .5rem}h4,h5,h6{font-size:1rem;margin:1.25rem 0 .5rem}
    p,ul,ol,blockquote,pre{margin:0 0 1rem}
    ul,ol{padding-inline-start:2.5rem}
    li>p{margin-bottom:1rem}
    blockquote{border-inline-start:3px solid var(--line);padding-inline-start:1rem;color:var(--soft);margin-inline:0}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    code,pre{font:.9em/1.5 ui-monospace,"DejaVu Sans Mono",monospace;background:var(--panel)}
    pre{padding:.75rem;overflow-x:auto}
    hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
    sup{line-height:0}
    .note{font-size:.9rem;color:var(--soft)}
    .scroll{overflow-x:auto;margin-bottom:1rem}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
    th,td{padding:.3rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
    th:not([align]),td:not([align]){text-align:start}
    @media print{body{font-size:11pt;line-height:1.45}main{max-width:none;padding:0}h1,h2,h3,h4{break-after:avoid}tr,blockquote,.note{break-inside:avoid}p,li{orphans:3;widows:3}thead{display:table-header-group}.scroll,pre{overflow:visible}a{color:inherit;text-decoration:none}@page{margin:20mm}}

    """
}
