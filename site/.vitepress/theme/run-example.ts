import { defineComponent, h } from 'vue'
import { useExample } from './use-example'
import { useWords } from './words'

/** The button under an example, and what the example printed. */
export const runExample = defineComponent({
  name: 'RunExample',
  props: {
    /** The page of the example, such as `guide/errors.md`. */
    page: { type: String, required: true },
    /** Which example of the page. */
    index: { type: Number, required: true },
  },
  setup: (props) => {
    const words = useWords()
    const { state, lines, error, run } = useExample(props)
    const label = () =>
      ({ idle: words.value.run, running: words.value.running, ended: words.value.runAgain })[
        state.value
      ]
    const hasNoOutput = () =>
      state.value === 'ended' && lines.value.length === 0 && error.value === undefined
    return () =>
      h('div', { class: 'run-example', id: `example-${props.index + 1}` }, [
        h('button', { type: 'button', disabled: state.value === 'running', onClick: run }, label()),
        state.value === 'idle'
          ? undefined
          : h('output', { 'aria-label': words.value.output }, [
              h('pre', lines.value.join('\n')),
              error.value && h('pre', { class: 'error' }, error.value),
              hasNoOutput() ? h('p', words.value.noOutput) : undefined,
            ]),
      ])
  },
})
