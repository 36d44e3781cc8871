import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import { exampleFolder } from '../../test/gateway/example-packages'

export type Role = 'simulator' | 'gateway' | 'proxy'

/** A server in a process of its own. */
export interface Server {
  readonly url: string
  /** After a collection of garbage. */
  readonly heapBytes: () => Promise<number>
  readonly end: () => void
}

const root = join(__dirname, '../..')

/** Bundles the servers once; they load Hono from the packages of the example. */
export const buildServers = async (): Promise<string> => {
  const outfile = join(root, '.cache/bench-gateway.mjs')
  await build({
    entryPoints: [join(__dirname, 'serve.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  return outfile
}

const nextMessage = async <T>(child: ChildProcess): Promise<T> => {
  const [message] = await once(child, 'message')
  return message as T
}

export const startServer = async (
  program: string,
  role: Role,
  cloudUrl: string,
): Promise<Server> => {
  const child = fork(program, [role, cloudUrl, join(exampleFolder(), 'package.json')], {
    execArgv: ['--expose-gc'],
  })
  const { url } = await nextMessage<{ url: string }>(child)
  return {
    url,
    heapBytes: async () => {
      child.send('heap')
      return (await nextMessage<{ heapBytes: number }>(child)).heapBytes
    },
    end: () => child.kill(),
  }
}
