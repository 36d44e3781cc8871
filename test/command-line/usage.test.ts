import { describe, expect, it } from 'vitest'
import { runCli } from './host'

describe('lockpanel', () => {
  it.each([
    [['--help'], 'Examples:'],
    [['call', '--help'], 'LOCKPANEL_CLIENT_ID'],
    [['help', 'codes'], '--family'],
    [['--version'], '1.2.3'],
  ])('prints the answer to %j on stdout', async (args, words) => {
    const { exitCode, stdout, stderr } = await runCli(args)
    expect(stdout).toContain(words)
    expect([exitCode, stderr]).toEqual([0, ''])
  })

  it.each([
    [[], 'Usage: lockpanel'],
    [['unlock'], "unknown command 'unlock'"],
    [['actions', '--jsn'], 'Did you mean --json?'],
    [['describe'], "missing required argument 'action'"],
    [['simulate', '--port', 'http'], '--port must be a number up to 65535'],
  ])('exits with 2 for the invalid arguments %j', async (args, words) => {
    const { exitCode, stdout, stderr } = await runCli(args)
    expect(stderr).toContain(words)
    expect([exitCode, stdout]).toEqual([2, ''])
  })

  it.each([
    '--secret=S3cr3tValue',
    '--client-secret=S3cr3tValue',
    '--access-token=S3cr3tValue',
    '--clientId=S3cr3tValue',
    '--token',
  ])('rejects the option %s, and does not print its value', async (option) => {
    const { exitCode, stdout, stderr } = await runCli([
      'call',
      'device.status',
      option,
      'S3cr3tValue',
    ])
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain('credentials are not accepted as arguments')
    expect(stderr).not.toContain('S3cr3tValue')
  })

  it.each(['describe', 'call'])(
    'suggests the closest action for the command %s',
    async (command) => {
      const { exitCode, stderr } = await runCli([command, 'doorLock.listUser'])
      expect(exitCode).toBe(2)
      expect(stderr).toBe(
        'lockpanel: no action is named doorLock.listUser; did you mean doorLock.listUsers?\n',
      )
    },
  )
})
