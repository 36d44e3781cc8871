import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BundledPages, bundlePages } from '../../scripts/guide/bundle-pages'
import { pageNames, readPage } from '../../scripts/guide/page'
import { messagesAbout, root, virtualProgram } from '../support/virtual-program'

const pages = pageNames.map(readPage)
const pathOf = (name: string) => `src/${name}.virtual.mts`
const program = virtualProgram(
  Object.fromEntries(pages.map(({ name, program: text }) => [pathOf(name), text])),
)

describe('the guide', () => {
  let bundled: BundledPages

  beforeAll(async () => {
    bundled = await bundlePages(pages)
  }, 60_000)

  afterAll(() => bundled.remove())

  it.each(pages)(
    'has examples that compile: $name',
    ({ name }) => {
      expect(messagesAbout(program, pathOf(name))).toEqual([])
      // The first page waits for the compiler, which takes longer than the default on a busy machine.
    },
    120_000,
  )

  it.each(pages)(
    'has examples that print the documented output: $name',
    async ({ name, printed }) => {
      expect(await bundled.run(name)).toBe(printed)
    },
  )

  it('has a page for every flow', () => {
    const flows = [
      'temporary-passwords',
      'offline-passwords',
      'remote-unlock',
      'bluetooth',
      'opmode-sync',
      'enrolment',
      'members',
      'records',
      'sharing',
      'capabilities',
    ]
    expect(flows.filter((flow) => !existsSync(join(root, `docs/guide/${flow}.md`)))).toEqual([])
    expect(flows.filter((flow) => !pageNames.includes(flow))).toEqual([])
  })
})
