/// How the page looks: at a desk, on a phone, at night and on paper.
enum ReportStyle {
  static let source = #"""
    :root{--ink:#1c2024;--soft:#5a6470;--paper:#fff;--plate:#f4f5f7;--line:#d5d9de;--main:#9b2d20;
    --pale:#e2b7ae;--mark:#ffe58a;color-scheme:light dark}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a2abb5;--paper:#16181b;
    --plate:#202429;--line:#3a4048;--main:#e07a68;--pale:#6d3d35;--mark:#6b5712}}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth}
    @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0 auto;max-width:68rem;padding:0 1rem 4rem;background:var(--paper);
    color:var(--ink);font:16px/1.55 system-ui,"Noto Sans CJK SC","Noto Sans SC","PingFang SC",
    "Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
    header{border-bottom:3px solid var(--main);padding:1.2rem 0 .6rem}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 .6rem}
    h2{font-size:1.3rem;line-height:1.3;margin:2.6rem 0 .5rem;padding-bottom:.25rem;
    border-bottom:1px solid var(--line)}
    h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
    h1 [lang=en],h2 [lang=en],h3 [lang=en]{font-weight:400;font-size:.75em;color:var(--soft)}
    nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;margin:0;padding:0;
    font-size:.9rem}
    a{color:var(--main)}
    nav [lang=en],th [lang=en],caption [lang=en],dt [lang=en]{font-weight:400;color:var(--soft);
    font-size:.9em}
    .note,caption,small{color:var(--soft);font-size:.88rem}
    .warning{border-left:4px solid var(--main);padding:.3rem .8rem;background:var(--plate)}
    .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.6rem;
    margin:1rem 0}
    .tiles div{background:var(--plate);border-radius:6px;padding:.5rem .7rem}
    .tiles dt{font-size:.82rem;line-height:1.35}
    .tiles dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums;font-weight:600}
    .box{overflow-x:auto;max-width:100%}
    :focus-visible{outline:2px solid var(--main);outline-offset:2px}
    table{border-collapse:collapse;font-size:.9rem;width:100%;unicode-bidi:isolate}
    caption{text-align:left;padding:.2rem 0}
    th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;
    border-bottom:1px solid var(--line);unicode-bidi:isolate;overflow-wrap:break-word}
    thead th{white-space:nowrap;border-bottom:2px solid var(--line)}
    tbody th{font-weight:500}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .d{white-space:nowrap;font-variant-numeric:tabular-nums}
    .share{white-space:nowrap;font-variant-numeric:tabular-nums}
    .share svg{width:6rem;height:.55rem;vertical-align:middle}
    table.wide{min-width:46rem}
    table.wide td:last-child{min-width:20rem}
    table.wide th{min-width:12rem}
    .matrix{width:auto;font-size:.8rem}
    .matrix th,.matrix td{padding:.15rem .3rem;border:1px solid var(--line);white-space:nowrap}
    .matrix td{text-align:right;min-width:2.2rem;font-variant-numeric:tabular-nums}
    .matrix thead th{vertical-align:bottom;text-align:left;border-bottom-width:2px}
    .matrix thead span{writing-mode:vertical-rl;max-height:11rem}
    .matrix tbody th{position:sticky;left:0;background:var(--paper)}
    .h1{background:rgb(190 60 40/.1)}.h2{background:rgb(190 60 40/.22)}
    .h3{background:rgb(190 60 40/.36)}.h4{background:rgb(190 60 40/.5)}
    .h5,.h6{background:rgb(190 60 40/.66)}
    .chart{display:block;width:100%;min-width:44rem;height:auto}
    svg text{font-size:12px;fill:var(--ink)}
    svg text.strong{font-weight:600;font-size:13px}
    svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
    .bar{fill:var(--main)}.stated{fill:var(--pale)}.trough{fill:var(--line)}
    .grid{stroke:var(--line);fill:none}
    .link{stroke:var(--soft);fill:none;opacity:.45}
    .node{fill:var(--main)}
    details{margin:.5rem 0}
    summary{cursor:pointer;color:var(--main)}
    .filters{display:flex;flex-wrap:wrap;gap:.5rem 1rem;background:var(--plate);
    border-radius:6px;padding:.6rem .8rem}
    .filters p{margin:0;flex:1 1 9rem}.filters p:first-child{flex:3 1 14rem}
    .filters label{display:block;font-size:.82rem}
    input,select,button{font:inherit;color:inherit;background:var(--paper);width:100%;
    border:1px solid var(--line);border-radius:4px;padding:.35rem .5rem}
    button{width:auto;cursor:pointer}button:disabled{opacity:.4;cursor:default}
    .events{min-width:48rem}
    .detail td{overflow-wrap:anywhere}
    .events td:nth-child(2){min-width:7.5rem}
    .events td:nth-child(3){min-width:14rem}
    .events td:nth-child(5){min-width:10rem}
    .open{border:0;background:none;padding:.1rem .2rem;white-space:nowrap;color:var(--main);
    font-variant-numeric:tabular-nums}
    .open::before{content:"▸ ";display:inline-block;width:1.1em}
    .open[aria-expanded=true]::before{content:"▾ "}
    .detail>td{background:var(--plate);padding:0}
    .detail>td>div{position:sticky;left:0;width:min(66rem,calc(100vw - 2rem));padding:.6rem .8rem}
    blockquote{margin:.2rem 0 .6rem;padding-left:.8rem;border-left:3px solid var(--main);
    font-size:1rem}
    mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:2px}
    .detail ul{margin:.2rem 0;padding-left:1.2rem}
    .pages{text-align:center;font-variant-numeric:tabular-nums}
    @media (max-width:40rem){body{padding:0 .7rem 3rem;font-size:15px}h1{font-size:1.3rem}
    h1 span,h2 span{display:block}.detail>td>div{width:calc(100vw - 1.4rem)}
    .chart{min-width:40rem}}
    @media print{:root{--ink:#000;--paper:#fff;--plate:#fff}body{max-width:none;font-size:10pt}
    nav,.filters,.pages{display:none}.box{overflow:visible}.chart,table{min-width:0!important}
    section{break-before:auto}tr,svg{break-inside:avoid}h2,h3{break-after:avoid}
    .bar,.node,.stated,.matrix td,mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .detail>td>div{width:auto;position:static}}

    """#
}
