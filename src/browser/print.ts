/** Opens the browser's print dialog; style sheets for print decide what is on the paper. */
export function printPage() {
  window.print();
}
