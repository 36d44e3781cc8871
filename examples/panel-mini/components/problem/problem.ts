/** What happened, and what the person can do about it. */
Component({
  properties: {
    /** A `Message` of `lockpanel/words`; nothing is shown for `null`. */
    problem: { type: Object, value: null },
    /** Without it there is no button. */
    retryLabel: { type: String, value: '' },
  },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
