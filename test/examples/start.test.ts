import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/virtual-program'

let child: ChildProcess
let output = ''

beforeAll(() => {
  child = spawn('npm', ['start', '--silent'], { cwd: root, detached: true })
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
})
afterAll(() => {
  // npm does not pass the signal on.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
})

const addressOf = async (what: string): Promise<string> => {
  const line = new RegExp(`^${what} +(\\S+)$`, 'm')
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(line)
  return line.exec(output)?.[1] ?? ''
}

describe('npm start', () => {
  it('serves the panel and the virtual lock, and prints a line for what happens', async () => {
    const panel = await addressOf('panel alone')
    const virtualLock = await addressOf('virtual lock alone')
    expect(await (await fetch(panel)).text()).toContain('src="/src/main.tsx"')
    expect(await (await fetch(virtualLock)).text()).toContain('page.js')
    const params = { device_id: 'vdevo-porch' }
    const ticket = JSON.stringify({ action: 'doorLock.passwordTicket', params })
    expect((await fetch(new URL('/cloud', panel), { method: 'POST', body: ticket })).status).toBe(
      200,
    )
    const turn = { deviceId: params.device_id, doorAction: { kind: 'turn-bolt', isOpen: true } }
    const commands = `${virtualLock}/virtual-lock/commands`
    await fetch(commands, { method: 'POST', body: JSON.stringify(turn) })
    await expect.poll(() => output).toContain('door-lock/password-ticket')
    await expect.poll(() => output).toContain('report   Porch: lock_motor_state true')
  }, 60_000)
})
