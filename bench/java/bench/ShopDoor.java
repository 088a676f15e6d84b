package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assisterportal.plan.Catalogs;
import org.assisterportal.plan.FileSource;
import org.assisterportal.plan.ImportReport;
import org.assisterportal.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Sells the plans of a folder's files. */
@Controller
class ShopDoor {
    private final Catalogs catalogs;

    ShopDoor(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @GetMapping("/activate/bench/plans")
    @ResponseBody
    String publish(@RequestParam int year, @RequestParam String folder) throws IOException {
        ImportReport report = catalogs.load(year, FileSource.in(List.of(Path.of(folder), Path.of("examples/plans/places"))), Actor.SYSTEM);
        catalogs.publish(Objects.requireNonNull(report.catalog(), () -> report.problems().getFirst().toString()), Actor.SYSTEM);
        return "published";
    }
}
