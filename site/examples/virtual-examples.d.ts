declare module 'virtual:examples' {
  import type { ExampleModule } from './run-example'

  /** Loads the examples of a page, by the path of the page within the site. */
  export const examples: Readonly<Record<string, () => Promise<ExampleModule>>>
}
