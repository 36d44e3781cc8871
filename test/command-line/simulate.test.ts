import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'
import { runCli } from './host'

let running: ChildProcess | undefined

afterEach(() => running?.kill('SIGKILL'))

/** Starts the command like `npm run simulate`, and reads its output by line. */
const simulate = () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'command-line/bin.ts', 'simulate'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>
  return { child, ended, lines: createInterface({ input: child.stdout }) }
}

describe('lockpanel simulate', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its address, accepts calls there, and exits with 0 on %s',
    async (signal) => {
      const { child, ended, lines } = simulate()
      const printed: string[] = []
      lines.on('line', (line) => printed.push(line))
      const [firstLine] = (await once(lines, 'line')) as [string]
      const url = /http:\S+/.exec(firstLine)?.[0] ?? ''

      const params = '{"device_id":"vdevo-front-door"}'
      const called = await runCli(['call', 'device.status', '-p', params, '--simulator', url])
      expect(JSON.parse(called.stdout)).toContainEqual({ code: 'beep_volume', value: 'normal' })

      child.kill(signal)
      expect(await ended).toEqual([0, null])
      expect(printed.at(-2)).toMatch(/^\d\d:\d\d:\d\d device\.status: answered$/)
      expect(printed.at(-1)).toBe('1 requests arrived, 0 commands were executed.')
    },
  )

  it('reports a port in use in one sentence', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = String((server.address() as AddressInfo).port)
    const { exitCode, stderr } = await runCli(['simulate', '--port', port])
    server.close()
    expect([exitCode, stderr]).toEqual([
      1,
      `lockpanel: cannot listen on port ${port} (EADDRINUSE)\n`,
    ])
  })
})
