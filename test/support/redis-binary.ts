import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { alone } from './alone'
import { root } from './virtual-program'

export interface RedisBinary {
  readonly path: string
  readonly env: NodeJS.ProcessEnv
}

const folder = join(root, '.cache/redis')

/** `redis-server` of the machine, else that of Debian's packages, unpacked into `.cache` without installing them. */
export const redisBinary = (): RedisBinary => {
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .map((each) => join(each, 'redis-server'))
    .find((path) => existsSync(path))
  if (installed !== undefined) return { path: installed, env: process.env }
  if (!existsSync(folder))
    alone('redis', () => {
      if (!existsSync(folder)) download()
    })
  const libraries = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('.so'))
      .map((path) => dirname(join(folder, path))),
  )
  return {
    path: join(folder, 'usr/bin/redis-server'),
    env: { ...process.env, LD_LIBRARY_PATH: [...libraries].join(delimiter) },
  }
}

/** Own lists and archives, so that no rights are needed and nothing of the machine changes. */
const download = (): void => {
  const work = join(root, `.cache/redis-download-${process.pid}`)
  const unpacked = join(work, 'unpacked')
  for (const path of ['lists/partial', 'cache/archives/partial', 'packages', 'unpacked'])
    mkdirSync(join(work, path), { recursive: true })
  const apt = (...args: readonly string[]) =>
    execFileSync(
      'apt-get',
      [
        `-oDir::State::lists=${join(work, 'lists')}`,
        `-oDir::Cache=${join(work, 'cache')}`,
        '-oDebug::NoLocking=1',
        '-oAPT::Sandbox::User=',
        '-qq',
        ...args,
      ],
      { cwd: join(work, 'packages'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
  console.info('unpacking redis-server of Debian: about 15 s, once')
  try {
    apt('update')
    const missing = apt(
      'install',
      '--print-uris',
      '--yes',
      '--no-install-recommends',
      'redis-server',
    )
    apt('download', ...[...missing.matchAll(/^'[^']*' ([^_]+)_/gm)].map(([, name = '']) => name))
    for (const name of readdirSync(join(work, 'packages')))
      execFileSync('dpkg', ['-x', join(work, 'packages', name), unpacked])
    renameSync(unpacked, folder)
  } catch (error) {
    const { stderr = '', message } = error as { readonly stderr?: string; readonly message: string }
    throw new Error(
      `this test needs a Redis: set REDIS_URL, install redis-server, or make Debian's packages reachable.\n${message}\n${stderr}`,
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
