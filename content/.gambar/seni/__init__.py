"""Drawing library of the sample catalogue: light, materials, props and scenes written as layered SVG."""
