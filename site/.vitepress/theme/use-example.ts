import { examples } from 'virtual:examples'
import { type Ref, shallowRef } from 'vue'
import type { ExampleConsole } from '../../examples/run-example'

/** The run of one example, for the component that shows it. */
export interface ExampleState {
  readonly state: Ref<'idle' | 'running' | 'ended'>
  /** What the example has printed so far. */
  readonly lines: Ref<readonly string[]>
  /** What it threw. */
  readonly error: Ref<string | undefined>
  readonly run: () => Promise<void>
}

export const useExample = ({
  page,
  index,
}: {
  readonly page: string
  readonly index: number
}): ExampleState => {
  const state: ExampleState['state'] = shallowRef('idle')
  const lines = shallowRef<readonly string[]>([])
  const error = shallowRef<string>()

  const run = async (): Promise<void> => {
    state.value = 'running'
    lines.value = []
    error.value = undefined
    try {
      // Loaded by the first click: most readers run no example.
      const [module, { format }] = await Promise.all([
        examples[page]?.(),
        import('node-inspect-extracted'),
      ])
      let isShown = false
      const log: ExampleConsole['log'] = (...values) => {
        if (isShown) lines.value = [...lines.value, format(...values)]
      }
      await module?.run({
        index,
        console: { log },
        onStart: (started) => {
          isShown = started === index
        },
      })
    } catch (thrown) {
      error.value = String(thrown)
    } finally {
      state.value = 'ended'
    }
  }
  return { state, lines, error, run }
}
