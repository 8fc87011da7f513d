/// Data watermarks, 数据水印: copies that name who leaked them.
@NullMarked
package io.databourse.protection.watermark;

import org.jspecify.annotations.NullMarked;
