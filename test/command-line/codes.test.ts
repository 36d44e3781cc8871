import { describe, expect, it } from 'vitest'
import { containerCodes } from '../../src/core/errors/container-codes'
import { vendorCode, vendorCodes } from '../../src/core/errors/vendor-codes'
import { cloudCode, cloudCodes } from '../../src/tools/service-codes'
import documented from '../fixtures/vendor-codes.json'
import { runCli } from './host'

interface Row {
  readonly code: number
  readonly of: string
  readonly class: string
  readonly meaning: string
  readonly advice: string
}

const rowsOf = (json: string): readonly Row[] => JSON.parse(json) as readonly Row[]

describe('the codes of the cloud', () => {
  it('are all documented codes, each with its class', () => {
    expect(cloudCodes.map((code) => ({ code, class: cloudCode(code)?.class }))).toEqual(documented)
  })

  it('are unique, and agree with the codes of a panel', () => {
    expect(new Set(cloudCodes).size).toBe(cloudCodes.length)
    for (const code of vendorCodes) expect(cloudCode(code)).toEqual(vendorCode('open-api', code))
  })

  it('do not include a code that is in no list', () => {
    expect(cloudCode(424_242)).toBeUndefined()
  })
})

describe('lockpanel codes', () => {
  it('prints every code of the cloud and of the container, with a meaning and advice', async () => {
    const { stdout } = await runCli(['codes', '--json'])
    const rows = rowsOf(stdout)
    expect(rows.filter(({ of }) => of === 'cloud').map(({ code }) => code)).toEqual(cloudCodes)
    expect(rows.filter(({ of }) => of === 'container')).toHaveLength(containerCodes.length)
    for (const { meaning, advice } of rows) {
      expect(meaning).not.toBe('')
      expect(advice).toMatch(/\.$/)
    }
  })

  it('prints a line for each code, and the advice for each class', async () => {
    const { stdout } = await runCli(['codes'])
    expect(stdout).toMatch(/^ {2}2312 +cloud +offline +lock offline$/m)
    expect(stdout).toMatch(/^ {2}cloud +offline +Wake the lock/m)
  })

  it('prints every field of a single code', async () => {
    const { stdout } = await runCli(['codes', '1199'])
    expect(stdout).toMatch(/^1199: too frequent\n +class +refused\n +advice +It was not executed/)
  })

  it('does not print a gateway code for the panel family', async () => {
    const { stdout } = await runCli(['codes', '--family', 'panel', '--json'])
    const codes = rowsOf(stdout).map(({ code }) => code)
    expect(codes).toContain(2312)
    expect(codes).toContain(9001)
    expect(codes).not.toContain(1010)
    const { exitCode, stderr } = await runCli(['codes', '1010', '--family', 'panel'])
    expect([exitCode, stderr]).toEqual([
      1,
      'lockpanel: 1010 is not in the table of panel; the message of the cloud may be more specific\n',
    ])
  })

  it('rejects an unknown family, and lists the three families', async () => {
    const { exitCode, stderr } = await runCli(['codes', '--family', 'rest'])
    expect([exitCode, stderr]).toEqual([
      2,
      'lockpanel: no family is named rest; there are mini-program, open-api, panel\n',
    ])
  })
})
