/// How the page looks: light and dark as the reader's device has it, on paper light.
///
/// Every colour of a chart stands out from the page by 3 to 1, and a number in it by 4.5 to 1 (WCAG
/// 2.2, 1.4.3 and 1.4.11).
enum PageStyle {
  static let text = colours + layout + tables + charts + states + paper

  private static let colours = """
    :root{--page:#fff;--panel:#f4f5f7;--line:#c9ced6;--grid:#dfe3e8;--ink:#1b1f27;--soft:#555d6b;--link:#0b57a0;--on:#fff;--c0:#0b62a8;--c1:#b5480f;--c2:#1b7a5a;--c3:#8a3f9e;--c4:#a8324a;--c5:#6b6a12;--c6:#147a85;--c7:#4a5261}
    @media screen and (prefers-color-scheme:dark){:root{--page:#14171c;--panel:#1c2027;--line:#434b57;--grid:#2e343d;--ink:#e6e8ec;--soft:#a7afbc;--link:#8cc0f5;--on:#111;--c0:#74b4f0;--c1:#f09a5c;--c2:#63cfa6;--c3:#d19ae6;--c4:#f08aa0;--c5:#d3cf6a;--c6:#5fcad6;--c7:#b4bcc9}}
    .c0{fill:var(--c0)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}.c6{fill:var(--c6)}.c7{fill:var(--c7)}
    .n0,.n1,.n2,.n3,.n4,.n5,.n6,.n7{fill:var(--on);text-anchor:middle;font-size:12px}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{scroll-padding-top:5rem}
    body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans CJK SC","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
    [hidden]{display:none!important}
    [dir=rtl] [dir=auto]{text-align:right}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    main:focus,h3:focus{outline:none}
    h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .5rem}h2{font-size:1.35rem;line-height:1.3;margin:0 0 .75rem}h3{font-size:1.1rem;line-height:1.35;margin:0 0 .5rem}
    body>header,main,nav,#filters{max-width:72rem;margin-inline:auto;padding-inline:1rem}
    body>header{padding-block:1.5rem .5rem}
    body>header p{margin:0;color:var(--soft)}
    main>section{padding-block:1.5rem}
    nav ol{columns:22rem;column-gap:2rem;padding-inline-start:2.2rem;margin:.25rem 0}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:.25rem 0}
    nav li{break-inside:avoid;margin-block:.2rem}
    nav ol a{line-height:1.6}nav ul a{display:inline-block;min-height:1.5rem}
    summary{cursor:pointer;min-height:1.5rem}
    summary h2{display:inline;font-size:1.1rem}
    .skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--page);padding:.5rem 1rem;z-index:3}
    .skip:focus{top:.5rem}
    .away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    #filters{position:sticky;top:0;z-index:2;background:var(--panel);border-block:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding-block:.5rem;max-width:none;padding-inline:max(1rem,calc((100% - 70rem)/2))}
    #filters p{margin:0;font-weight:600}
    #filters .hint{font-weight:400;color:var(--soft);font-size:.85rem;flex-basis:100%}
    #filters label{display:inline-flex;gap:.4rem;align-items:center;max-width:100%}
    select,button,input{font:inherit;color:var(--ink);background:var(--page);border:1px solid var(--soft);border-radius:.25rem;padding:.2rem .5rem;min-height:2rem;max-width:100%}
    select{max-width:16rem;text-overflow:ellipsis}
    button{cursor:pointer}
    @media (max-width:40rem){#filters{position:static}html{scroll-padding-top:.5rem}h1{font-size:1.4rem}#filters label{width:100%}#filters label span{width:7rem}#filters select{flex:1;width:0;min-width:0;max-width:none}tbody th{min-width:8rem;max-width:11rem}.cards{gap:.4rem}.cards div{min-width:0;flex:1;padding:.5rem .6rem}.cards dd{font-size:1.5rem}}

    """

  private static let tables = """
    .table{padding-block:1.25rem;border-top:1px solid var(--line)}
    .note{color:var(--soft);font-size:.9rem;margin:.25rem 0}
    .scroll{overflow-x:auto;margin-block:.75rem}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
    th,td{padding:.25rem .6rem;vertical-align:top;text-align:end;border-bottom:1px solid var(--grid);overflow-wrap:break-word}
    th{font-weight:400;text-align:start;min-width:3rem}
    thead th{vertical-align:bottom;border-bottom-color:var(--soft);font-weight:600}
    thead th:not(:first-child){text-align:end}
    thead th[scope=colgroup]{text-align:center;border-inline-start:1px solid var(--grid)}
    thead tr+tr th{text-align:end;font-weight:400;color:var(--soft)}
    tbody th{min-width:11rem;max-width:24rem}
    @media screen{.figures tbody th:not([colspan]),.figures thead tr:first-child>th:first-child{position:sticky;inset-inline-start:0;background:var(--page)}}
    .group th{font-weight:600;padding-top:.7rem}
    .within th{padding-inline-start:1.6rem}
    .base th,.base td{border-block:1px solid var(--soft);font-weight:600}
    .beside th,.beside td{color:var(--soft)}
    details.data{margin-block:.5rem}
    details.data>summary{color:var(--link)}
    .names dt{font-weight:600;margin-top:.4rem}.names dd{margin:0}
    .top{font-size:.85rem;margin:.5rem 0 0}

    """

  private static let charts = """
    .cards{display:flex;flex-wrap:wrap;gap:.75rem;margin:0 0 1rem}
    .cards div{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.6rem 1rem;min-width:9rem;display:flex;flex-direction:column-reverse}
    .cards dt{color:var(--soft)}.cards dd{margin:0;font-size:1.9rem;line-height:1.2;font-weight:600}
    .cards small{font-size:1rem;font-weight:400}
    .chart{max-width:60rem;margin-block:.75rem}
    .chart svg{forced-color-adjust:none}
    .block{font-weight:600;margin:.25rem 0}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:0 0 .5rem;font-size:.9rem}
    .legend li{display:flex;gap:.4rem;align-items:flex-start}
    .measure{color:var(--soft)}
    .legend svg{width:16px;height:16px;flex:none;margin-top:.2rem}
    .row{display:grid;grid-template-columns:minmax(9rem,18rem) 1fr;gap:.1rem .9rem;align-items:center;padding-block:.12rem;font-size:.9rem}
    .row small{color:var(--soft);font-size:.85em;white-space:nowrap}
    .bar{display:block;position:relative;min-width:0}
    .legend rect{width:16px;height:16px;rx:2px}
    .bar svg{display:block;overflow:visible}.bar>svg{width:100%;height:22px}
    .bar rect{height:22px;stroke:var(--page);stroke-width:1.5}.bar rect+text{fill:var(--on);text-anchor:middle;font-size:12px;transform:translateY(16px)}
    .bar .grid,.plot .grid{stroke:var(--grid);stroke-width:1}
    .bar svg svg path{stroke:var(--page);stroke-width:1}
    .sign{position:absolute;inset-inline-start:0;top:0;color:var(--soft)}
    .axis text,.tick text{fill:var(--soft);font-size:12px;text-anchor:middle}
    .axis .of{color:var(--soft)}
    .row:has(.dot) .bar,.axis .bar{margin-inline:.6rem 1rem}
    .more:not(.wanted){display:none}
    .time{display:grid;grid-template:14rem auto/3rem 1fr;max-width:48rem}
    .up{position:relative}.up svg{position:absolute;inset:0;overflow:visible}
    .tick text{text-anchor:end;dominant-baseline:middle;transform:translateX(-.5rem)}
    [dir=rtl] .tick text{transform:translateX(-2.5rem)}
    .plot{border-bottom:1px solid var(--soft)}
    .plot svg{display:block;overflow:visible}
    .steps{fill:none;stroke:var(--c0);stroke-width:2.5}
    .span{grid-column:2;display:flex;justify-content:space-between;color:var(--soft);font-size:.85rem}
    @media (max-width:40rem){.row{grid-template-columns:1fr;padding-block:.3rem}.axis .of{order:2}}

    """

  private static let states = """
    .tiles{display:block;width:100%;height:auto;max-width:60rem;min-width:44rem;forced-color-adjust:none}
    .tiles text{font-size:11px;font-weight:600}.tiles .m{font-size:10px;font-weight:400}
    .tiles .out{opacity:.2}
    #units button{border:0;background:none;padding:0;min-height:1.5rem;color:var(--link);text-decoration:underline;text-align:start}
    #units td,#units th,#answers td,#answers th{text-align:start}
    #answers{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:1rem;margin-block:.75rem}
    #find{width:18rem}
    .control{margin:.75rem 0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}

    """

  private static let paper = """
    @media print{#filters,.control,.skip,.top,nav{display:none}body{font-size:9.5pt}.chart,tr,.row,.legend,h2,h3,.note{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}.scroll{overflow:visible}.table{border-top:0}svg,.cards div{print-color-adjust:exact;-webkit-print-color-adjust:exact}details::details-content{content-visibility:visible;display:block;height:auto}table{font-size:7.5pt}th,td{padding:.1rem .25rem}tbody th{min-width:6rem}.row{grid-template-columns:minmax(5rem,12rem) 1fr}a{color:inherit;text-decoration:none}@page{margin:14mm}}
    """
}
