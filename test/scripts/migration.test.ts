import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockSdk } from '../../scripts/migration/lock-sdk'
import { actionIn, isAction } from '../../scripts/migration/page'
import { migrationPages } from '../../scripts/migration/pages'
import { panelTemplate } from '../../scripts/migration/panel-template'
import { createSimulator, seed } from '../../simulator'
import * as entries from '../../src/entries'

const rows = lockSdk.flatMap((group) => group.rows)
const templateRows = panelTemplate.flatMap((group) => group.rows)
const simulator = createSimulator()
const panel = entries.createPanel({
  actions: entries.allActions,
  transport: simulator.asTransport(),
})
const deviceId = seed.locks.frontDoor.id
const dataPoints = entries.tyDataPoints(simulator.asTy({ deviceId }), {
  deviceId,
  schema: entries.dpSchema([]),
})
const door = entries.lock(panel, deviceId, { type: 'wifi', dataPoints })
const roots: Readonly<Record<string, unknown>> = { ...entries, panel, dataPoints, door }

/** The value at a path such as `door.records().take`. */
const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((owner, step) => {
    const name = step.replace(/\(\)$/, '')
    const value = (owner as Readonly<Record<string, unknown>> | undefined)?.[name]
    return step.endsWith('()') && typeof value === 'function' ? value() : value
  }, roots)

const paths = [...new Set([...rows, ...templateRows].flatMap((row) => row.with))]

describe("the tables of functions of the vendor's lock SDK and panel template", () => {
  it.each(paths.filter((path) => !isAction(path)))('name an equivalent that exists: %s', (path) => {
    expect(valueAt(path)).toBeDefined()
  })

  it.each(paths.filter(isAction).map(actionIn))('name an operation that exists: %s', (name) => {
    expect(panel.find(name)?.name).toBe(name)
  })

  it('give a reason for each function of the lock SDK without an equivalent', () => {
    const without = rows.filter((row) => row.with.length === 0)
    expect(without.filter(({ note = '' }) => note === '')).toEqual([])
  })

  it('name each function of the lock SDK once', () => {
    const names = rows.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it.each(Object.entries(migrationPages))('make the page %s of the guide', (file, page) => {
    expect(readFileSync(join(__dirname, '../../docs/guide', file), 'utf8')).toBe(page)
  })

  it('have an equivalent for at least 90 functions of the lock SDK', () => {
    expect(rows.filter((row) => row.with.length > 0).length).toBeGreaterThanOrEqual(90)
  })
})
