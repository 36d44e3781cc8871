import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface PackageJson {
  readonly name: string
  readonly version: string
  readonly bin: { readonly lockpanel: string }
  readonly main: string
  readonly module: string
  readonly types: string
  readonly miniprogram: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, unknown>>
}

export const packageJson = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as PackageJson

export interface AppWithPackage {
  readonly app: string
  /** Where the package is, inside the app. */
  readonly installed: string
  readonly tarball: string
}

const peersAndNode = [...Object.keys(packageJson.peerDependencies), '@types/node']

/**
 * An app with the packed tarball and some packages, by default only its peers: without network and without the
 * development tools.
 */
export const appWithPackage = (packages: readonly string[] = peersAndNode): AppWithPackage => {
  if (!existsSync(join(root, 'dist')) || !existsSync(join(root, 'miniprogram_dist')))
    throw new Error('nothing is built: run `npm run build`, or `npm test`, which builds first')
  const app = mkdtempSync(join(tmpdir(), 'lockpanel-app-'))
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', app]
  const [packed] = JSON.parse(
    execFileSync('npm', pack, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as [{ readonly filename: string }]
  const installed = join(app, 'node_modules', packageJson.name)
  writeFileSync(join(app, 'package.json'), '{ "private": true }')
  // The packages are linked from node_modules below, so the registry is not needed.
  const flags = ['--offline', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', ['install', ...flags, `./${packed.filename}`], { cwd: app, stdio: 'pipe' })

  for (const name of packages) link(name, app)
  return { app, installed, tarball: join(app, packed.filename) }
}

const link = (name: string, app: string): void => {
  const target = join(app, 'node_modules', name)
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(join(root, 'node_modules', name), target, 'junction')
}
