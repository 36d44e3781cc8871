import { describe, expect, it } from 'vitest'
import { setupProgram } from '../../scripts/guide/page'
import { findNodeNeeds } from '../../site/examples/node-needs'
import { pagesWithExamples } from '../../site/examples/page-examples'
import { importedModules, siteExamples } from '../../site/examples/runnable'

describe('the examples of the site', () => {
  it('have a button, except those that a browser cannot run', async () => {
    const pages = pagesWithExamples()
    const needs = await findNodeNeeds(importedModules(setupProgram(), pages))
    const nodeOnly = pages.flatMap((each) =>
      siteExamples(each, needs).flatMap((example, index) =>
        'nodeOnly' in example ? [`${each.page} ${index + 1}: ${example.nodeOnly}`] : [],
      ),
    )
    expect(nodeOnly).toMatchInlineSnapshot(`
      [
        "guide/gateway.md 1: it imports lockpanel/gateway, which needs node:crypto",
        "guide/gateway.md 2: it uses fetchTransport of an example that runs in Node only",
        "guide/gateway.md 3: it uses panelOf of an example that runs in Node only",
        "guide/gateway.md 4: it imports lockpanel/messages, which needs node:crypto",
        "guide/push.md 1: it imports lockpanel/messages, which needs node:crypto",
        "guide/push.md 2: it uses server of an example that runs in Node only",
        "guide/remote-unlock.md 4: it calls serve(), which needs node:http",
        "guide/tokens.md 1: it calls serve(), which needs node:http",
        "guide/tokens.md 2: it uses door of an example that runs in Node only",
        "guide/tokens.md 3: it uses serverPanel of an example that runs in Node only",
      ]
    `)
  })

  it.each([
    [
      "import { createMessages } from 'lockpanel/messages'",
      'it imports lockpanel/messages, which needs node:crypto',
    ],
    ['const server = await simulator.serve()', 'it calls serve(), which needs node:http'],
  ])('run in Node only with the line: %s', async (code, nodeOnly) => {
    const page = { page: 'guide/one.md', examples: [code], areIndependent: false }
    const needs = await findNodeNeeds(['lockpanel/messages', 'lockpanel/simulator'])
    expect(siteExamples(page, needs)).toEqual([{ nodeOnly }])
  })

  it('run in Node only if they use a name of an example that does', () => {
    const needs = { entries: new Map(), methods: new Map([['serve', 'node:http']]) }
    const page = {
      page: 'guide/one.md',
      examples: [
        'const { url } = await simulator.serve()',
        'console.log(url)',
        'console.log(panel.url)',
      ],
      areIndependent: false,
    }
    expect(siteExamples(page, needs).slice(1)).toEqual([
      { nodeOnly: 'it uses url of an example that runs in Node only' },
      { code: 'console.log(panel.url)' },
    ])
  })
})
