import { describe, expect, it } from 'vitest'
import { namesIn, type SourceFile, sourceFiles } from './source-files'

interface Layer {
  readonly folder: string
  /** Folders (with `/` at the end) and files that it may import, besides itself. */
  readonly from: readonly string[]
  readonly packages: readonly string[]
  readonly never?: readonly string[]
}

/** core ← actions ← flows ← entries; each imports only the layers before it. */
const layers: readonly Layer[] = [
  { folder: 'src/core/', from: [], packages: ['rxjs', 'io-ts', 'fp-ts'] },
  {
    folder: 'actions/',
    from: ['src/core/action', 'src/core/contract/', 'src/core/text/', 'src/core/json/'],
    packages: ['io-ts'],
  },
  { folder: 'src/transports/', from: ['src/core/'], packages: ['rxjs'] },
  {
    folder: 'src/crypto/',
    from: ['src/core/action', 'src/core/errors/'],
    packages: ['crypto-js'],
  },
  {
    folder: 'src/open-api/',
    from: ['src/core/', 'src/crypto/', 'src/transports/'],
    never: ['src/core/pipeline/', 'src/core/panel/'],
    packages: ['rxjs', 'io-ts'],
  },
  {
    folder: 'src/data-points/',
    from: ['src/core/'],
    never: ['src/core/panel/', 'src/core/envelope/'],
    packages: ['rxjs', 'io-ts'],
  },
  {
    folder: 'src/push-messages/',
    from: ['src/core/', 'actions/shared/'],
    never: ['src/core/pipeline/', 'src/core/panel/'],
    packages: ['io-ts'],
  },
  { folder: 'src/tools/', from: ['src/core/contract/', 'src/core/errors/'], packages: [] },
  {
    folder: 'src/flows/',
    from: ['src/core/', 'actions/', 'src/crypto/', 'src/data-points/', 'src/push-messages/'],
    never: ['src/core/panel/'],
    packages: ['rxjs'],
  },
  { folder: 'src/words/', from: ['src/core/', 'src/flows/', 'src/data-points/'], packages: [] },
  { folder: 'src/entries/', from: ['src/', 'actions/'], packages: [] },
  {
    folder: 'gateway/',
    from: [
      'actions/',
      'src/core/',
      'src/open-api/token-store',
      'src/transports/http-request',
      'src/transports/server-limits',
      'src/flows/members/may-manage',
      'src/flows/members/member',
      'src/flows/members/roles',
      'src/flows/methods/user-kinds',
      'src/flows/records/source-record',
      'src/flows/shared/carrier',
      'src/flows/shared/lock-options',
      'messages/event',
    ],
    packages: ['rxjs', 'node:'],
  },
  {
    folder: 'messages/',
    from: [
      'actions/shared',
      'src/core/',
      'src/data-points/',
      'src/push-messages/',
      'src/flows/shared/unlock-codes',
      'src/flows/records/source-record',
    ],
    never: ['src/core/pipeline/', 'src/core/panel/'],
    packages: ['rxjs', 'io-ts', 'ws', 'node:'],
  },
  {
    folder: 'react/',
    from: ['src/core/pipeline/events', 'src/flows/'],
    packages: ['react', 'rxjs'],
  },
  {
    folder: 'inspector/',
    from: ['src/core/pipeline/events', 'src/core/contract/flat-map'],
    packages: ['rxjs'],
  },
  {
    folder: 'simulator/',
    from: ['actions/', 'src/core/', 'src/crypto/', 'src/data-points/'],
    never: ['src/core/pipeline/', 'src/core/panel/'],
    packages: ['rxjs', 'io-ts', 'ws', 'node:'],
  },
  {
    folder: 'command-line/',
    from: ['src/', 'actions/', 'simulator/'],
    packages: ['commander', 'cli-table3', 'picocolors', 'rxjs', 'node:'],
  },
]

const matches = (allowed: string) => (imported: string) =>
  `${imported}/`.startsWith(/[/:]$/.test(allowed) ? allowed : `${allowed}/`)

const forbiddenImportsOf = (
  { folder, from, packages, never = [] }: Layer,
  { path, imports }: SourceFile,
) =>
  imports
    .filter(
      (imported) =>
        never.some((banned) => matches(banned)(imported)) ||
        ![folder, ...from, ...packages].some((allowed) => matches(allowed)(imported)),
    )
    .map((imported) => `${path} imports ${imported}`)

const shipped = [
  'src',
  'actions',
  'gateway',
  'messages',
  'react',
  'inspector',
  'simulator',
  'command-line',
].flatMap(sourceFiles)

describe('the layer rules', () => {
  it.each(layers)('allow $folder to import only earlier layers', (layer) => {
    const files = sourceFiles(layer.folder.slice(0, -1))
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap((file) => forbiddenImportsOf(layer, file))).toEqual([])
  })

  it('cover every shipped file', () => {
    const hasLayer = (path: string) => layers.some(({ folder }) => path.startsWith(folder))
    expect(shipped.map(({ path }) => path).filter((path) => !hasLayer(path))).toEqual([])
  })

  it('report an import of a later layer', () => {
    const invalid = {
      path: 'src/core/x.ts',
      text: '',
      imports: ['actions/shared', 'src/core/action'],
    }
    const core = layers.find(({ folder }) => folder === 'src/core/') as Layer
    expect(forbiddenImportsOf(core, invalid)).toEqual(['src/core/x.ts imports actions/shared'])
  })
})

describe('the flows', () => {
  it('import operations as types only, so that no flow bundles a contract', () => {
    const values = sourceFiles('src/flows').flatMap(({ path, text }) =>
      [...text.matchAll(/^import (?!type\b)[^']*'([^']*\/actions[/'][^']*)'/gm)]
        .map(([, imported = '']) => imported)
        .map((imported) => `${path} imports ${imported}`),
    )
    expect(values).toEqual([])
  })

  it('read no global clock and no global random source', () => {
    const offending = sourceFiles('src/flows').filter((file) => {
      const names = namesIn(file)
      return ['Date', 'setTimeout', 'setInterval'].some((name) => names.has(name))
    })
    expect(offending.map(({ path }) => path)).toEqual([])
  })
})

describe('the words', () => {
  it('import everything else as types only, so that no table of words loads a flow', () => {
    const values = sourceFiles('src/words').flatMap(({ path, text }) =>
      [
        ...text.matchAll(/^import (?!type\b)[^']*'([^']*\/(?:core|flows|data-points)\/[^']*)'/gm),
      ].map(([, imported = '']) => `${path} imports ${imported}`),
    )
    expect(values).toEqual([])
  })

  it.each(['en', 'zh'])('of the language %s import no other language', (language) => {
    const imports = sourceFiles(`src/words/${language}`).flatMap((file) => file.imports)
    const own = [`src/words/${language}/`, 'src/words/locale']
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter((path) => !own.some((allowed) => path.startsWith(allowed)))).toEqual([])
  })
})

describe('the source code', () => {
  it('uses the global wx of WeChat only in the file that adapts it', () => {
    const naming = shipped.filter((file) => namesIn(file).has('wx')).map(({ path }) => path)
    expect(naming.filter((path) => !path.endsWith('/wx-request.ts'))).toEqual([])
  })

  it('creates io-ts types only in the vocabulary and for raw data points', () => {
    const making = shipped.filter(({ text }) => /\b(new|extends)\s+(t\.)?Type\b/.test(text))
    expect(making.map(({ path }) => path).sort()).toEqual([
      'actions/shared/codec.ts',
      'src/data-points/raw/hex-codec.ts',
    ])
  })
})
