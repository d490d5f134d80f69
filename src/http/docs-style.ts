/** The style of the page at `/v1/docs`, in the app's colours. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#15211f, #e4ecea); --quiet: light-dark(#566663, #9aaba8); --line: light-dark(#d9e1df, #2c3735); --ground: light-dark(#fff, #121817); --shade: light-dark(#f2f6f5, #1a2221); --accent: light-dark(#0b6b6b, #5cc8c4); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 960px; padding: 24px 16px 64px; background: var(--ground); color: var(--ink); font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 24px; margin: 0; } h2 { font-size: 17px; margin: 0; } h3 { font-size: 13px; margin: 16px 0 4px; color: var(--quiet); }
a { color: var(--accent); } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code { font: 13px ui-monospace, monospace; background: var(--shade); border-radius: 4px; padding: 1px 4px; overflow-wrap: anywhere; }
nav ul { list-style: none; padding: 12px 16px; background: var(--shade); border-radius: 6px; } nav li { display: flex; flex-wrap: wrap; gap: 2px 12px; padding: 3px 0; } nav code { background: none; padding: 0; } nav code:not(.method) { width: 240px; } .method { width: 56px; color: var(--quiet); }
section { border-top: 1px solid var(--line); padding: 20px 0; scroll-margin-top: 8px; } main > h2 { padding-top: 24px; }
.address { margin: 6px 0; } p { margin: 6px 0; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); } tbody th code { white-space: nowrap; } thead th { color: var(--quiet); font-weight: 500; font-size: 12px; } tbody th { font-weight: 400; }
tr:target { background: var(--shade); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; margin: 0; } dd { margin: 0; }
@media (max-width: 560px) { thead { display: none; } tr { display: block; border-bottom: 1px solid var(--line); padding: 6px 0; } th, td { display: block; border: 0; padding: 1px 0; } }
`;
