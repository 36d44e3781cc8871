import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Family, LockType, Safety } from '../../src/core/action'

/** A sample of a document: its lines, the repaired value, and the repairs. */
export interface Sample {
  /** The first and the last line in the document. */
  readonly lines?: readonly [number, number]
  /** No document has this sample: its shape is that of the sources, its values are invented. */
  readonly values?: 'invented'
  readonly verbatim: readonly string[]
  readonly repaired: unknown
  readonly repairs: readonly string[]
}

export interface NoSample {
  readonly sample: 'none'
}

export type Place = 'path' | 'query' | 'body'

export interface DocumentedParam {
  readonly name: string
  /** The spelling of the table or the sample, if it differs from the contract. */
  readonly written?: string
  /** null if only a sample shows the parameter. */
  readonly type: string | null
  /** null if the table does not specify it. */
  readonly required: boolean | null
  /** The place of the parameter in a route. */
  readonly in?: Place
  readonly unit?: string
  readonly values?: readonly (string | number | boolean)[]
  readonly children?: readonly DocumentedParam[]
}

interface DocumentedField {
  /** Such as `records[].status[].code`, or `$` for the whole result. */
  readonly path: string
  /** Such as `Long (table)` and `number in sample`. */
  readonly types: readonly string[]
  readonly unit?: string
  readonly values?: readonly (string | number | boolean)[]
  /** In the table, and in every sample of its parent. */
  readonly required?: boolean
}

interface Document {
  readonly document: string
  readonly lines: readonly [number, number]
}

/** Where an operation that real clients use was seen. */
interface Evidence {
  /** A: the whole vendor page, or two independent sources. B: one source, or parts of the page. */
  readonly confidence: 'A' | 'B'
  readonly seen: readonly ('vendor page' | 'clients' | 'answers')[]
  readonly pages?: readonly string[]
  /** Public repositories. */
  readonly projects?: readonly string[]
}

type Source = (Document & { readonly chinese?: Document }) | Evidence

/** One form in which the documents describe a call and its answer. */
export interface FixtureForm {
  readonly source: Source
  readonly request: Sample | NoSample
  /** The sample request has every parameter that the table requires. */
  readonly requestComplete: boolean
  readonly missing: readonly string[]
  readonly response: Sample | NoSample
  readonly documented: {
    readonly params: readonly DocumentedParam[]
    readonly result: readonly DocumentedField[]
  }
}

/** The vendor's documentation of an operation. */
export interface Fixture extends FixtureForm {
  readonly operation: string
  /** Every form, if the documents describe an operation several times; the fields above repeat the first. */
  readonly forms?: Readonly<Record<string, FixtureForm>>
  /** The parameters that the contract assumes if the documents have no table. */
  readonly assumed?: { readonly why: string; readonly params: readonly DocumentedParam[] }
  /** The decoded sample response; written by hand. */
  readonly decoded?: unknown
  /** Why the contract rejects the sample response. */
  readonly refused?: string
}

/** One row for each operation of the vendor's documents. */
export interface Operation {
  readonly operation: string
  readonly family: Family
  readonly version?: string
  readonly safety: Safety
  readonly locks: readonly LockType[]
}

export const isSample = (sample: Sample | NoSample): sample is Sample => 'verbatim' in sample

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))
const read = (path: string): unknown => JSON.parse(readFileSync(folder + path, 'utf8'))

/** The operations of the documents. */
export const documentedOperations = read('operations.json') as readonly Operation[]

/** The operations that the documents leave out and real clients use. */
export const clientOperations = read('client-operations.json') as readonly Operation[]

export const operations: readonly Operation[] = [...documentedOperations, ...clientOperations]

const fixturesOf = (family: string): readonly Fixture[] =>
  readdirSync(folder + family).map((file) => read(`${family}/${file}`) as Fixture)

/** Every fixture of the families that have a folder, by the identifier of its operation. */
export const fixtures: ReadonlyMap<string, Fixture> = new Map(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => fixturesOf(name))
    .map((fixture) => [fixture.operation, fixture]),
)
