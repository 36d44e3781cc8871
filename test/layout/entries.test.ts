import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files'

const entries = sourceFiles('src/entries')
const textOf = (name: string): string =>
  entries.find(({ path }) => path === `src/entries/${name}.ts`)?.text ?? ''
const starsOf = (name: string): readonly string[] =>
  [...textOf(name).matchAll(/^export \* from '\.\/(.+)'$/gm)].map(([, path]) => String(path)).sort()
/** The entries of one folder of `src/entries`, without the ending. */
const namesIn = (folder: RegExp): readonly string[] =>
  entries
    .map(({ path }) => path.replace(/^src\/entries\/|\.ts$/g, ''))
    .filter((name) => folder.test(name))
    .sort()

describe('the entry lockpanel', () => {
  it('exports everything that the other top-level entries export', () => {
    expect(starsOf('index')).toEqual(namesIn(/^(?!index$)[^/]+$/))
  })

  it('exports registries of actions and no single action', () => {
    expect(textOf('index')).toMatch(/Actions,\n\} from '\.\.\/\.\.\/actions'$/m)
    expect(textOf('index')).not.toMatch(/from '\.\/actions\//)
  })
})

describe('the entry lockpanel/flows', () => {
  it('exports everything that the entries of the single flows export', () => {
    const flows = namesIn(/^flows\//)
    expect(flows.length).toBeGreaterThanOrEqual(10)
    expect(starsOf('flows')).toEqual(flows)
  })
})
