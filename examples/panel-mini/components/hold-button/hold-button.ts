const HOLD_MS = 800

const NOT_HELD = -1

/** A button that has to be held, so that a phone in a pocket opens no door. */
Component({
  properties: {
    label: { type: String, value: '' },
    holdingLabel: { type: String, value: '' },
    isOpen: { type: Boolean, value: false },
  },
  data: { isHolding: false, timer: NOT_HELD },
  lifetimes: {
    detached() {
      clearTimeout(this.data.timer)
    },
  },
  methods: {
    start() {
      this.end()
      const timer = setTimeout(() => {
        this.end()
        this.triggerEvent('held')
      }, HOLD_MS)
      this.setData({ isHolding: true, timer })
    },
    end() {
      clearTimeout(this.data.timer)
      this.setData({ isHolding: false, timer: NOT_HELD })
    },
  },
})
