export default function GuidePage() {
  return <p>Guide</p>;
}
