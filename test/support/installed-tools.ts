import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone'
import { root } from './virtual-program'

/** Installs the tools of a folder under `tools`, as `installedPackages` does. */
export const installedTools = (name: string, seconds: number): string =>
  installedPackages(`tools/${name}`, seconds)

/**
 * Installs the packages of a folder unless they are there, and returns the folder. Needs the registry once.
 * @param seconds How long the installation takes, for the message that announces it.
 */
export const installedPackages = (path: string, seconds: number): string => {
  const folder = join(root, path)
  if (areInstalled(folder)) return folder
  return alone(path, () => {
    if (!areInstalled(folder)) install(path, folder, seconds)
    return folder
  })
}

const install = (path: string, folder: string, seconds: number): void => {
  console.info(`installing ${path}: about ${seconds} s, once`)
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string }
    throw new Error(
      `${path} is not installed, and \`npm ci\` in it failed. Run it once with the registry in reach.\n${stderr}`,
    )
  }
}

/** npm writes the hidden lockfile last, so an interrupted installation counts as missing. */
const areInstalled = (folder: string): boolean => {
  const hidden = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = versionsIn(hidden)
  const required = versionsIn(join(folder, 'package-lock.json'))
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.keys(dependencies).every((each) => installed[each] === required[each])
}

/** The version of each package that is directly under `node_modules`, by the name of its folder. */
const versionsIn = (lockfile: string): Readonly<Record<string, string | undefined>> => {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>
  }
  return Object.fromEntries(
    Object.entries(packages).map(([path, { version }]) => [
      path.replace(/^node_modules\//, ''),
      version,
    ]),
  )
}
