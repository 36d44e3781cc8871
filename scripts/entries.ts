import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import packageJson from '../package.json'

const root = join(__dirname, '..')

/** The entries that a pattern of `exports` stands for, such as `./flows/*`: one a file of the same folder of `src/entries`. */
const expand = (entry: string): readonly string[] =>
  entry.endsWith('/*')
    ? readdirSync(join(root, 'src/entries', entry.slice(0, -2)))
        .sort()
        .map((file) => entry.replace('*', file.replace(/\.ts$/, '')))
    : [entry]

/** `lockpanel`, `lockpanel/core` …: each specifier that an app can import code from. */
export const specifiers: readonly string[] = Object.keys(packageJson.exports)
  .filter((entry) => entry !== './package.json')
  .flatMap(expand)
  .map((entry) => entry.replace(/^\./, packageJson.name))

/** The entries that are not in `miniprogram_dist`: for Node alone, for a browser, or for apps with React and a bundler. */
export const nodeSpecifiers: readonly string[] = [
  'lockpanel/inspector',
  'lockpanel/gateway',
  'lockpanel/gateway/redis',
  'lockpanel/messages',
  'lockpanel/react',
  'lockpanel/simulator',
]
