/**
 * What the compiler reports for an unknown name: the closest names, or a sentence. An editor completes from the same names, so
 * a text that a person has begun to type has those that contain it.
 */
export type ReportOf<Names, Name extends string> = string extends Name
  ? // A text that is no literal may be any of the names.
    Names
  : [Closest<Names, Name>] extends [never]
    ? `this panel has no action ${Name}`
    : Closest<Names, Name>

/** `listUsers` for `doorLock.listUsers`; else the names that begin in the same way, else those that contain the text. */
type Closest<Names, Name extends string> = FirstOf<
  [
    Extract<Names, `${string}.${LastPart<Name>}`>,
    SameBeginning<Names, Name>,
    Extract<Names, `${string}${Name}${string}`>,
  ]
>

type LastPart<Name extends string> = Name extends `${string}.${infer Others}`
  ? LastPart<Others>
  : Name

type FirstOf<Sets extends readonly unknown[]> = Sets extends readonly [infer First, ...infer Others]
  ? [First] extends [never]
    ? FirstOf<Others>
    : First
  : never

/** Only if the last part of the name begins in the same way: a whole group of names is no help. */
type SameBeginning<
  Names,
  Rest extends string,
  Beginning extends string = '',
  Found = never,
> = Rest extends `${infer Next}${infer Others}`
  ? [Extract<Names, `${Beginning}${Next}${string}`>] extends [never]
    ? Rest extends `${string}.${string}`
      ? never
      : Beginning extends `${string}.${infer First}${string}`
        ? First extends ''
          ? never
          : Found
        : never
    : SameBeginning<
        Names,
        Others,
        `${Beginning}${Next}`,
        Extract<Names, `${Beginning}${Next}${string}`>
      >
  : Found
