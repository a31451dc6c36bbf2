import { refusals, type ApiDocument, type ApiOperation } from '@qingzhuang/contract';

export const REFERENCE_STYLE = `
  :root { color-scheme: light dark; --accent: #0f766e; --line: #8884; }
  @media (prefers-color-scheme: dark) { :root { --accent: #2dd4bf; } }
  body { font: 16px/1.7 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1, h2, h3 { line-height: 1.3; } h2 { margin-top: 3rem; }
  a, .method { color: var(--accent); } .method { font-weight: 700; }
  section, table { border-top: 1px solid var(--line); } section { margin-top: 2rem; padding-top: 1rem; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
  code, pre { font: 14px/1.6 ui-monospace, monospace; } pre { overflow-x: auto; padding: .8rem; border: 1px solid var(--line); border-radius: 6px; }
  summary { cursor: pointer; min-height: 44px; display: flex; align-items: center; }`;

/** The API page: one HTML document that loads nothing else. */
export function renderPage({ info, paths, components }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => renderOperation(method.toUpperCase(), path, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escape(name)}"><summary>${escape(name)}</summary>${renderJson(schema)}</details>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(info.title)} 接口说明</title>
<style>${REFERENCE_STYLE}</style>
</head>
<body>
<main>
<h1>${escape(info.title)} 接口说明</h1>
<p>${escape(info.description)}机器可读的版本：<a href="/api/v1/openapi.json">OpenAPI 3.1</a>。</p>
<pre>curl http://127.0.0.1:8080/api/v1/check -H 'content-type: application/json' -d '{"text":"请各村今日下班前报送名单。"}'
curl http://127.0.0.1:8080/api/v1/check -F file=@通知.docx</pre>
<h2>地址</h2>
${operations.join('\n')}
<h2>错误代码</h2>
<p>出错时回复 <code>application/problem+json</code>（RFC 9457），其中 <code>code</code> 固定不变，<code>errors</code> 用 JSON Pointer 指出位置。</p>
${renderRefusals()}
<h2>数据结构</h2>
${schemas.join('\n')}
</main>
</body>
</html>
`;
}

function renderOperation(
  method: string,
  path: string,
  { operationId, summary, requestBody, responses }: ApiOperation,
): string {
  const rows = Object.entries(responses).map(
    ([status, { description, content }]) =>
      `<tr><td>${status}</td><td>${escape(description).replaceAll('\n', '<br>')}</td><td>${renderContent(content)}</td></tr>`,
  );
  return `<section id="${escape(operationId)}">
<h3><code><span class="method">${escape(method)}</span> ${escape(path)}</code></h3>
<p>${escape(summary)}</p>
${requestBody ? `<p>请求内容（${escape(requestBody.description)}）：${renderContent(requestBody.content)}</p>` : ''}
<table><thead><tr><th>状态</th><th>含义</th><th>内容</th></tr></thead><tbody>${rows.join('')}</tbody></table>
</section>`;
}

function renderContent(content: ApiOperation['responses'][string]['content']): string {
  return Object.entries(content)
    .map(([media, { schema }]) => `<code>${escape(media)}</code> ${renderReference(schema)}`)
    .join('<br>');
}

function renderReference(schema: Readonly<Record<string, unknown>>): string {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return '';
  const name = escape($ref.split('/').at(-1) ?? '');
  return `<a href="#schema-${name}">${name}</a>`;
}

function renderRefusals(): string {
  const rows = Object.entries(refusals).map(
    ([code, { title, advice }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${escape(title)}</td><td>${escape(advice)}</td></tr>`,
  );
  return `<table><thead><tr><th>code</th><th>含义</th><th>怎么办</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function renderJson(value: unknown): string {
  return `<pre>${escape(JSON.stringify(value, undefined, 2))}</pre>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
