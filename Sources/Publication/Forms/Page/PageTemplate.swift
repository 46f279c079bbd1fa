import Basics
import Mustache

/// The page with its blanks, which `PageView` fills in.
///
/// What fills them is data and nothing else: it stands between tags or in quoted attributes, escaped,
/// and never in an address, a style or a script. Should that fail all the same, the browser runs no
/// script and takes no style but those that stand here, by their digests, and asks no network.
enum PageTemplate {
  /// - Throws: `internalFault` where the template is none.
  static func render(_ view: PageView.View) throws(RunError) -> String {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    let template: MustacheTemplate
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      throw RunError(
        path: PageForm.fileName, id: .fault(.template),
        "the template of the page cannot be read: \(error). "
          + "This is a fault of the program; please report it")
    }
    var view = view
    view["style"] = PageStyle.text
    view["script"] = PageScript.text
    view["styleDigest"] = ContentDigest.of(PageStyle.text)
    view["scriptDigest"] = ContentDigest.of(PageScript.text)
    return template.render(view)
  }

  static let text =
    "{{% CONTENT_TYPE: \(PageText.name)}}" + head + response + tables + units + foot

  private static let head = """
    <!DOCTYPE html>
    <html lang="{{language}}" dir="{{direction}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{styleDigest}}'; script-src 'sha256-{{scriptDigest}}'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#main">{{words.skip}}</a>
    <header>
    <h1 dir="auto">{{title}}</h1>
    {{#introduction}}
    <p dir="auto">{{.}}</p>
    {{/introduction}}
    </header>
    <nav id="contents" aria-labelledby="contents-h"><details open>
    <summary><h2 id="contents-h">{{words.contents}}</h2></summary>
    <ul>
    {{#response}}<li><a href="#response">{{words.response}}</a></li>{{/response}}
    {{#units}}<li><a href="#states">{{words.units}}</a></li>{{/units}}
    </ul>
    <ol>
    {{#tables}}
    <li><a href="#t-{{id}}" dir="auto">{{title}}</a></li>
    {{/tables}}
    </ol>
    </details></nav>
    {{#filters}}
    <form id="filters" aria-labelledby="show-h" hidden>
    <p id="show-h">{{words.show}}</p>
    {{#variables}}
    <label><span>{{label}}</span> <select data-f="{{id}}"><option value="">{{words.all}}</option>{{#options}}<option value="{{value}}">{{label}}</option>{{/options}}</select></label>
    {{/variables}}
    <button type="reset">{{words.everything}}</button>
    <p class="hint">{{words.hint}}</p>
    </form>
    {{/filters}}
    <main id="main" tabindex="-1">

    """

  private static let response = """
    {{#response}}
    <section id="response" aria-labelledby="response-h">
    <h2 id="response-h">{{words.response}}</h2>
    <dl class="cards">
    {{#cards}}
    <div><dt>{{label}}</dt><dd>{{number}}{{#share}} <small>{{.}}</small>{{/share}}</dd></div>
    {{/cards}}
    </dl>
    {{#chart}}
    \(chart)
    {{/chart}}
    <details class="data"><summary>{{words.asTable}}: {{words.response}}</summary>
    \(simpleTable)
    </details>
    {{#timeline}}
    <h3>{{words.timeline}}</h3>
    <div class="chart" role="img" aria-label="{{alternative}}">
    <div class="time"><div class="up">{{#ticks}}<svg class="tick" width="100%" height="100%"><text y="{{y}}%" x="100%">{{text}}</text></svg>{{/ticks}}</div>
    <div class="plot"><svg width="100%" height="100%">{{#ticks}}<line x1="0" x2="100%" y1="{{y}}%" y2="{{y}}%" class="grid"/>{{/ticks}}<svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%"><path d="{{path}}" class="steps" vector-effect="non-scaling-stroke"/></svg></svg></div>
    <div class="span"><span>{{from}}</span><span>{{to}}</span></div></div>
    </div>
    <details class="data"><summary>{{words.asTable}}: {{words.timeline}}</summary>
    \(simpleTable)
    </details>
    {{/timeline}}
    </section>
    {{/response}}

    """

  /// Bars or dots; its numbers stand in a table as well.
  private static let chart = """
    <div class="chart" role="img" aria-label="{{alternative}}">
    {{#heading}}<p class="block" dir="auto">{{.}}</p>{{/heading}}
    <ul class="legend">{{#legend}}<li data-k="{{keys}}"{{#more}} class="more"{{/more}}><svg>{{#form}}<path transform="translate(8 8)" class="c{{colour}}" d="{{.}}"/>{{/form}}{{^form}}<rect class="c{{colour}}"/>{{/form}}</svg><span dir="auto">{{label}}</span></li>{{/legend}}{{#measure}}<li class="measure">{{.}}</li>{{/measure}}</ul>
    {{#bars}}
    <div class="row" data-k="{{keys}}"><span class="of" dir="auto">{{label}} <small>{{base}}</small></span><span class="bar"><svg>{{{parts}}}</svg>{{#sign}}<span class="sign">{{.}}</span>{{/sign}}</span></div>
    {{/bars}}
    {{#lines}}
    <div class="row"><span class="of" dir="auto">{{label}} <small>{{value}} {{signs}}</small></span><span class="bar"><svg><line x1="0" x2="100%" y1="11" y2="11" class="grid"/>{{#dots}}<svg x="{{x}}%" y="11" class="dot{{#more}} more{{/more}}" data-k="{{keys}}"><path class="c{{colour}}" d="{{form}}"/></svg>{{/dots}}</svg></span></div>
    {{/lines}}
    {{#unit}}<div class="row axis"><span class="of">{{.}}</span><span class="bar"><svg>{{#ticks}}<text x="{{x}}%" y="13">{{text}}</text>{{/ticks}}</svg></span></div>{{/unit}}
    </div>
    """

  private static let rows = """
    {{#bodies}}<tbody>{{#heading}}<tr class="group"><th colspan="{{width}}" scope="rowgroup" dir="auto">{{.}}</th></tr>{{/heading}}
    {{#rows}}<tr class="{{class}}"><th scope="row" dir="auto">{{label}}</th>{{{cells}}}</tr>
    {{/rows}}</tbody>{{/bodies}}
    """

  private static let simpleTable = """
    <div class="scroll"><table><thead><tr>{{#headings}}<th scope="col">{{.}}</th>{{/headings}}</tr></thead>
    \(rows)
    </table></div>
    """

  private static let tables = """
    <section aria-labelledby="tables-h">
    <h2 id="tables-h">{{words.tables}}</h2>
    {{#tables}}
    <section class="table" id="t-{{id}}" aria-labelledby="h-{{id}}">
    <h3 id="h-{{id}}" dir="auto">{{title}}</h3>
    {{#notes}}<p class="note" dir="auto">{{.}}</p>{{/notes}}
    {{#charts}}
    \(chart)
    {{/charts}}
    {{#table}}
    <div class="scroll" data-label="{{title}}"><table class="figures"><caption class="away">{{title}}</caption><thead><tr><th scope="col" rowspan="{{rowspan}}" dir="auto">{{corner}}</th>{{#groups}}<th scope="{{scope}}" colspan="{{width}}" data-k="{{keys}}" dir="auto">{{label}}</th>{{/groups}}</tr>{{#statistics}}
    <tr>{{#names}}<th scope="col">{{.}}</th>{{/names}}</tr>{{/statistics}}</thead>
    \(rows)
    </table></div>
    {{/table}}
    {{#footnotes}}<p class="note" dir="auto">{{.}}</p>{{/footnotes}}
    {{#lists}}
    <details class="data"><summary>{{words.who}}<span class="away">: {{title}}</span></summary><dl class="names">{{#rows}}<dt dir="auto">{{label}}</dt><dd dir="auto">{{names}}</dd>{{/rows}}</dl></details>
    {{/lists}}
    <p class="top"><a href="#contents">{{words.top}}</a></p>
    </section>
    {{/tables}}
    </section>

    """

  private static let units = """
    {{#units}}
    <section id="states" aria-labelledby="states-h">
    <h2 id="states-h">{{words.units}}</h2>
    {{#map}}
    <h3 id="map-h">{{words.map}}</h3>
    <p class="note">{{words.mapHint}}</p>
    <p class="control" id="colouring" hidden><label>{{words.colourBy}} <select id="colour"></select></label></p>
    <ul class="legend" id="map-legend" data-attribute="{{attribute}}">{{#legend}}<li><svg><rect class="c{{colour}}"/><text x="8" y="12" class="n{{colour}}">{{mark}}</text></svg><span dir="auto">{{label}}</span></li>{{/legend}}</ul>
    <div class="scroll" data-label="{{words.map}}"><svg class="tiles" id="map" role="img" aria-label="{{alternative}}" viewBox="0 0 {{width}} {{height}}">{{#tiles}}<g data-u="{{code}}" transform="translate({{x}} {{y}})"><rect width="34" height="34" rx="3" class="c{{colour}}"/><text x="17" y="16" class="n{{colour}}">{{code}}</text><text x="17" y="29" class="n{{colour}} m">{{mark}}</text></g>{{/tiles}}</svg></div>
    {{/map}}
    <p class="control" id="search" hidden><label>{{words.find}} <input type="search" id="find" autocomplete="off" spellcheck="false"></label> <span role="status" id="found" data-text="{{words.found}}"></span></p>
    <section id="answers" aria-labelledby="answers-h" data-question="{{words.question}}" data-answer="{{words.answer}}" data-separator="{{words.separator}}" data-free="{{words.text}}" data-silent="{{words.didNotReply}}" data-other="{{words.other}}" hidden>
    <h3 id="answers-h" tabindex="-1" data-text="{{words.answersOf}}"></h3>
    <p><button type="button" id="close">{{words.close}}</button></p>
    <p id="silent">{{words.didNotReply}}</p>
    <div class="scroll"><table><thead><tr><th scope="col">{{words.question}}</th><th scope="col">{{words.answer}}</th></tr></thead><tbody id="answered"></tbody></table></div>
    </section>
    <div class="scroll" data-label="{{words.units}}"><table id="units"><caption class="away">{{words.units}}</caption><thead><tr>{{#headings}}<th scope="col">{{.}}</th>{{/headings}}</tr></thead><tbody>
    {{#units}}<tr data-k="{{keys}}" data-u="{{code}}" data-a="{{answers}}"><th scope="row" dir="auto">{{name}}</th>{{{cells}}}</tr>
    {{/units}}</tbody></table></div>
    <ul id="questions" hidden>{{#questions}}<li data-kind="{{kind}}"><b>{{label}}</b>{{#choices}}<i>{{.}}</i>{{/choices}}</li>{{/questions}}</ul>
    <ul id="marks" hidden>{{#marks}}<li data-mark="{{mark}}">{{label}}</li>{{/marks}}</ul>
    </section>
    {{/units}}

    """

  private static let foot = """
    {{#shorthand}}<section aria-labelledby="notes-h"><h2 id="notes-h">{{words.notes}}</h2>
    {{#signs}}<p>{{.}}</p>{{/signs}}
    </section>{{/shorthand}}
    </main>
    <script>{{{script}}}</script>
    </body>
    </html>

    """
}
