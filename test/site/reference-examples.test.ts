import { describe, expect, it } from 'vitest'
import { typeOf } from '../../command-line/contract/fields'
import { setupProgram } from '../../scripts/guide/page'
import { type Operation, readOperations } from '../../scripts/reference/pages/operation'
import { findNodeNeeds } from '../../site/examples/node-needs'
import { importedModules, siteExamples } from '../../site/examples/runnable'
import { outputsOf, referenceExamples } from './reference-output'

const pageOf = ({ action, file }: Operation): string => `reference/${action.family}/${file}.md`

describe('the examples of the reference', () => {
  const pages = referenceExamples()
  const operations = readOperations().all

  it('are on the page of every operation, each with a button', async () => {
    expect(pages.map(({ page }) => page).sort()).toEqual(operations.map(pageOf).sort())
    const needs = await findNodeNeeds(importedModules(setupProgram(), pages))
    const withoutButton = pages.filter((each) =>
      siteExamples(each, needs).some((example) => 'nodeOnly' in example),
    )
    expect(withoutButton.map(({ page }) => page)).toEqual([])
  }, 90_000)

  it('compile for a browser, and print the result of the operation without an error', async () => {
    const outputs = Object.entries(await outputsOf(pages))
    expect(outputs.filter(([, { error }]) => error !== undefined)).toEqual([])
    const silent = outputs.filter(([, { printed }]) => printed === '').map(([page]) => page)
    const withoutResult = operations.filter(({ action }) => typeOf(action.result) === 'nothing')
    expect(silent).toEqual(withoutResult.map(pageOf))
    expect(outputs).toHaveLength(pages.length)
  }, 90_000)
})
