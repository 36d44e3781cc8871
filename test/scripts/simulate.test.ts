import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'

let running: ChildProcess | undefined

afterEach(() => running?.kill('SIGKILL'))

/** Starts the script, and reads on from what it prints. */
const simulate = (...args: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/simulate.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>
  return { child, ended, lines: createInterface({ input: child.stdout }) }
}

describe('npm run simulate', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says its address, answers there, and ends well on %s',
    async (signal) => {
      const { child, ended, lines } = simulate()
      const printed: string[] = []
      lines.on('line', (line) => printed.push(line))
      const [firstLine] = (await once(lines, 'line')) as [string]
      const url = /http:\S+/.exec(firstLine)?.[0] ?? ''

      const answer = await fetch(url, { method: 'POST', body: '{"action":"timer.currentTime"}' })
      expect(await answer.json()).toMatchObject({ success: true })

      child.kill(signal)
      expect(await ended).toEqual([0, null])
      expect(printed.at(-1)).toBe('1 requests arrived, 0 orders reached a lock.')
    },
  )

  it('refuses a port that is none', async () => {
    const { child, ended } = simulate('--port', 'http')
    const [chunk] = (await once(child.stderr, 'data')) as [Buffer]
    expect(String(chunk)).toContain('--port takes a number')
    expect((await ended)[0]).toBe(1)
  })
})
