import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { oneAction } from '../../scripts/size/apps'
import { bundleOf } from '../../scripts/size/bundle'
import { root } from './packed'

const IMPORTED = 'doorLock.listUsers'

const actionsIn = (code: string): readonly string[] =>
  Object.values(allActions)
    .map(({ name }) => name)
    .filter((name) => new RegExp(`name:\\s*["'\`]${name}["'\`]`).test(code))

const bundlers: Readonly<Record<string, (app: string) => Promise<string>>> = {
  rollup: async (app) => (await bundleOf(app)).code,
  esbuild: async (app) => {
    const { outputFiles } = await build({
      stdin: { contents: app, resolveDir: root },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    })
    return outputFiles[0]?.text ?? ''
  },
}

describe.each(Object.entries(bundlers))('an app bundled by %s', (_, bundle) => {
  it('contains only the action that it imports by name', async () => {
    expect(actionsIn(await bundle(oneAction))).toEqual([IMPORTED])
  })

  it('contains every action when it imports the registry', async () => {
    const app = `import { allActions } from 'lockpanel/actions/all'; console.log(allActions)`
    expect(actionsIn(await bundle(app))).toHaveLength(Object.keys(allActions).length)
  })
})
