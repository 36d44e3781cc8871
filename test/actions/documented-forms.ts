import { schemaOf } from '../../src/core/contract/codec-schema'
import type { Contract } from '../../src/core/contract/contract'
import { fieldsOf } from '../support/contract-fields'
import type { DocumentedParam, Fixture, FixtureForm } from '../support/fixtures'

/** A documented form of a call, with the part of the contract that accepts it. */
export interface DocumentedForm {
  readonly title: string
  readonly contract: Contract<unknown>
  readonly table: readonly DocumentedParam[]
  readonly sample: FixtureForm
}

/** The parts of a contract with several forms; for any other contract, the contract itself. */
export const partsOf = (contract: Contract<unknown>): readonly Contract<unknown>[] => {
  const node = schemaOf(contract)
  return node?._tag === 'anyOf' ? (node.forms as readonly Contract<unknown>[]) : [contract]
}

/** The forms in which the documents describe a call: nearly always one. */
export const documentedForms = (
  params: Contract<unknown>,
  { forms, assumed, ...fixture }: Fixture,
): readonly DocumentedForm[] => {
  const samples = Object.entries<FixtureForm>(forms ?? { 'its only form': fixture })
  const parts = partsOf(params)
  if (parts.length !== samples.length)
    throw new Error(`${fixture.operation}: ${parts.length} forms, ${samples.length} documented`)
  return samples.map(([title, sample], index) => ({
    title,
    contract: parts[index] as Contract<unknown>,
    table: assumed?.params ?? sample.documented.params,
    sample,
  }))
}

/** The name that the first form has for a missing field that alone distinguishes two forms. */
export const nameInFirst = (forms: readonly DocumentedForm[], path: string): string => {
  const [first = [], ...others] = forms.map(({ contract }) =>
    fieldsOf(contract).filter(({ codec }) => schemaOf(codec)?._tag !== 'absent'),
  )
  if (first.some((field) => field.path === path)) return path
  const shared = others.flatMap((fields) => fields.map((field) => field.path))
  return first.find((field) => !shared.includes(field.path))?.path ?? path
}
