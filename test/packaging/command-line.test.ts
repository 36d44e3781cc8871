import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { appWithPackage, packageJson } from './packed'

let app = ''
let bin = ''

beforeAll(() => {
  const packed = appWithPackage()
  app = packed.app
  bin = join(packed.installed, packageJson.bin.lockpanel)
}, 60_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

const start = (...args: readonly string[]) =>
  spawn(process.execPath, [bin, ...args], { cwd: app, env: {}, stdio: 'pipe' })

/** Runs the packed command in an app with the peers and without the development tools. */
const lockpanel = async (...args: readonly string[]) => {
  const child = start(...args)
  child.stdin.end()
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { exitCode, stdout, stderr }
}

const device = '{"device_id":"vdevo-front-door"}'

describe('the packed command line', () => {
  it('is a file with a Node shebang', () => {
    expect(readFileSync(bin, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node')
  })

  it('prints its help and its version', async () => {
    const help = await lockpanel('--help')
    expect(help).toMatchObject({ exitCode: 0, stderr: '' })
    expect(help.stdout).toContain('Examples:')
    expect((await lockpanel('--version')).stdout).toBe(`${packageJson.version}\n`)
  })

  it('prints the registry', async () => {
    const { exitCode, stdout } = await lockpanel('actions', '--json')
    expect(exitCode).toBe(0)
    const printed = JSON.parse(stdout) as readonly { readonly name: string }[]
    const known = Object.values(allActions).map(({ name }) => name)
    expect(printed.map(({ name }) => name).sort()).toEqual(known.sort())
  })

  it('describes an action with the built reference', async () => {
    const { stdout } = await lockpanel('describe', 'doorLock.getUser')
    expect(stdout).toContain('Reads one user of a lock.')
    expect(stdout).toContain('document 001, lines 2167-2197')
  })

  it('calls the simulator and exits', async () => {
    const { exitCode, stdout, stderr } = await lockpanel('call', 'device.status', '-p', device)
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toContainEqual({ code: 'beep_volume', value: 'normal' })
  })

  it.each([
    [['call', 'doorLock.passwordTickets'], 'did you mean doorLock.passwordTicket?'],
    [['call', 'device.status', '-p', '{device_id}'], '--params is not JSON'],
    [['call', 'device.status', '--secret', 'S3cr3t'], 'credentials are not accepted as arguments'],
    [
      ['call', 'doorLock.passwordFreeOpen', '-p', '{"device_id":"d","ticket_id":"t"}'],
      'confirm it with --yes',
    ],
  ])('exits with 2 and one line for the arguments %j', async (args, words) => {
    const { exitCode, stdout, stderr } = await lockpanel(...args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^lockpanel: [^\n]+\n$/)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('S3cr3t')
  })

  it('exits without an error when the reader closes the pipe', async () => {
    const child = start('actions', '--json')
    child.stdout.once('data', () => child.stdout.destroy())
    const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect([exitCode, stderr]).toEqual([0, ''])
  })
})
