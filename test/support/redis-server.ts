import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { redisBinary } from './redis-binary'

/** A Redis of the test, with the settings that the documents require. */
export interface RedisServer {
  readonly url: string
  /** Ends it at once, as a power cut does. What it has confirmed is on the disk. */
  readonly kill: () => Promise<void>
  /** Starts it again with its data. */
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

export const startRedis = async (): Promise<RedisServer> => {
  const { path, env } = redisBinary()
  const folder = mkdtempSync(join(tmpdir(), 'lockpanel-redis-'))
  const port = await freePort()
  let server: ChildProcess | undefined

  const start = async () => {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always']
    const started = spawn(path, [...settings, ...durable, '--maxmemory-policy', 'noeviction'], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    server = started
    for await (const line of createInterface({ input: started.stdout }))
      if (line.includes('Ready to accept connections')) {
        started.stdout.resume()
        return
      }
    throw new Error('redis-server ended before it accepted connections')
  }
  const kill = async () => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    const exit = once(server, 'exit')
    server.kill('SIGKILL')
    await exit
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    close: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
