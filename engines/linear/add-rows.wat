;; Adds the rows of int8 weights that hash to features: what most of the time of understanding goes into.
;; Sixteen labels at a time. Of more than 256 rows the sums, of 16 bits, would run over.
(module
  (import "model" "memory" (memory 1))
  (func (export "addRows")
    (param $hashes i32) (param $hashesEnd i32) (param $mask i32) (param $weights i32) (param $stride i32) (param $sums i32)
    (local $label i32) (local $at i32) (local $row v128) (local $low v128) (local $high v128)
    (loop $labels
      (local.set $low (v128.const i64x2 0 0))
      (local.set $high (v128.const i64x2 0 0))
      (local.set $at (local.get $hashes))
      (loop $rows
        (local.set $row
          (v128.load
            (i32.add
              (i32.add (local.get $weights) (local.get $label))
              (i32.mul (i32.and (i32.load (local.get $at)) (local.get $mask)) (local.get $stride)))))
        (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $row))))
        (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $row))))
        (br_if $rows (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $hashesEnd))))
      (v128.store (i32.add (local.get $sums) (i32.shl (local.get $label) (i32.const 1))) (local.get $low))
      (v128.store offset=16 (i32.add (local.get $sums) (i32.shl (local.get $label) (i32.const 1))) (local.get $high))
      (br_if $labels
        (i32.lt_u (local.tee $label (i32.add (local.get $label) (i32.const 16))) (local.get $stride))))))
